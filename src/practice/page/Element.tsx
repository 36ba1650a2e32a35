/** One element of Block Kit that acts: a button, a menu, boxes, a day, a text. */
import type { Confirm, KnownBlock } from '@slack/types';
import { useContext, useState } from 'react';
import { ActingContext, keyOf, type Value } from './acting.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import type { AnyElement, Field } from './field.ts';
import { Choices, FileField, Menu, Overflow, TextField } from './fields.tsx';
import { useLanguage } from './language.tsx';
import { words } from './words.ts';

interface ElementProps {
  readonly block: KnownBlock;
  readonly element: AnyElement;
  readonly field?: Field;
}

export function Element({ block, element, field }: ElementProps) {
  const { t } = useLanguage();
  const { entered, enter, act } = useContext(ActingContext);
  const [asking, setAsking] = useState<{ confirm: Confirm; value: Value | undefined }>();
  if (!('action_id' in element)) return null;
  const key = keyOf(block, element);
  const value = entered[key];
  const dispatches = block.type !== 'input' || block.dispatch_action === true;

  /** Enters a value; outside inputs, the app hears of it at once. */
  const choose = (next: Value | undefined): void => {
    if (next !== undefined) enter(key, next);
    if (!dispatches) return;
    if ('confirm' in element && element.confirm) setAsking({ confirm: element.confirm, value: next });
    else act(key, next);
  };

  const confirming = asking && (
    <ConfirmDialog
      confirm={asking.confirm}
      onAnswer={(yes) => {
        setAsking(undefined);
        if (yes) act(key, asking.value);
      }}
    />
  );
  return (
    <>
      {drawn()}
      {confirming}
    </>
  );

  function drawn() {
    switch (element.type) {
      case 'button':
        return (
          <button
            type="button"
            className={`button ${element.style ?? ''}`}
            aria-label={element.accessibility_label}
            onClick={() => {
              if (element.url) open(element.url, '_blank', 'noopener');
              choose(undefined);
            }}
          >
            {element.text.text}
          </button>
        );
      case 'overflow':
        return <Overflow options={element.options} onChoose={choose} />;
      case 'checkboxes':
      case 'radio_buttons':
      case 'multi_static_select':
      case 'multi_users_select':
      case 'multi_channels_select':
      case 'multi_conversations_select':
        return <Choices element={element} value={value} name={key} onChoose={choose} />;
      case 'static_select':
      case 'users_select':
      case 'channels_select':
      case 'conversations_select':
        return <Menu element={element} value={value} field={field} onChoose={choose} />;
      case 'datepicker':
      case 'timepicker':
      case 'plain_text_input':
      case 'email_text_input':
      case 'url_text_input':
      case 'number_input':
        return <TextField element={element} value={value} field={field} onChoose={choose} />;
      case 'file_input':
        return <FileField element={element} value={value} field={field} onChoose={choose} />;
      default:
        return <p className="hint">{t(words.notShown)}</p>;
    }
  }
}
