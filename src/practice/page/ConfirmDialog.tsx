/** The question that stands before a press with consequences. */
import type { Confirm } from '@slack/types';
import { useEffect, useId, useRef } from 'react';
import { useLanguage } from './language.tsx';
import { Mrkdwn } from './Mrkdwn.tsx';
import { words } from './words.ts';

export function ConfirmDialog({ confirm, onAnswer }: { confirm: Confirm; onAnswer: (yes: boolean) => void }) {
  const { t } = useLanguage();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="modal small"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <header>
        <h2 id={id}>{confirm.title?.text ?? ''}</h2>
      </header>
      <div className="body">
        <Mrkdwn text={confirm.text.text} />
      </div>
      <footer>
        <button type="button" className="button" onClick={() => onAnswer(false)}>
          {confirm.deny?.text ?? t(words.cancel)}
        </button>
        <button
          type="button"
          className={`button ${confirm.style === 'danger' ? 'danger' : 'primary'}`}
          onClick={() => onAnswer(true)}
        >
          {confirm.confirm?.text ?? t(words.ok)}
        </button>
      </footer>
    </dialog>
  );
}
