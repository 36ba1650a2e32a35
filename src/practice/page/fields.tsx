/** The fields behind Block Kit's elements, each a native control with its label. */
import type { Option, PlainTextOption } from '@slack/types';
import { useContext, useEffect, useId, useRef, useState } from 'react';
import { ActingContext, type Value } from './acting.ts';
import { api } from './api.ts';
import type { AnyElement, Field } from './field.ts';
import { useLanguage } from './language.tsx';
import { Mrkdwn } from './Mrkdwn.tsx';
import { words } from './words.ts';

type Of<Type extends string> = Extract<AnyElement, { type: Type }>;
type OnChoose = (value: Value | undefined) => void;

interface Offered {
  readonly value: string;
  readonly text: string;
  readonly mrkdwn: boolean;
  readonly description: string;
  readonly group: string;
}

const offer = (option: Option, group = ''): Offered => ({
  value: option.value ?? '',
  text: option.text.text,
  mrkdwn: option.text.type === 'mrkdwn',
  description: option.description?.text ?? '',
  group,
});

/** What a menu offers: its own options, or the people or channels of the room. */
function useOffered(element: AnyElement): Offered[] {
  const { users, channels } = useContext(ActingContext);
  if ('options' in element && element.options) return element.options.map((one) => offer(one));
  if ('option_groups' in element && element.option_groups)
    return element.option_groups.flatMap((group) => group.options.map((one) => offer(one, group.label.text)));
  const named = element.type.includes('users') ? users : channels;
  return named.map(({ id, name }) => ({ value: id, text: name, mrkdwn: false, description: '', group: '' }));
}

/** What an element begins with. */
function initialOf(element: AnyElement): Value {
  const initial = Object.entries(element).find(([key]) => key.startsWith('initial_'))?.[1] as unknown;
  if (initial === undefined) return null;
  const named = (one: unknown): string => (typeof one === 'object' ? String((one as Option).value) : String(one));
  return Array.isArray(initial) ? initial.map(named) : named(initial);
}

const one = (value: Value | undefined, element: AnyElement): string => {
  const now = value === undefined ? initialOf(element) : value;
  return typeof now === 'string' ? now : (now?.[0] ?? '');
};
const many = (value: Value | undefined, element: AnyElement): readonly string[] => {
  const now = value === undefined ? initialOf(element) : value;
  return now === null ? [] : typeof now === 'string' ? [now] : now;
};

interface FieldProps<Type extends string> {
  readonly element: Of<Type>;
  readonly value: Value | undefined;
  readonly field?: Field | undefined;
  readonly onChoose: OnChoose;
}

const tied = (field: Field | undefined) => ({
  id: field?.id,
  'aria-describedby': field?.about,
  'aria-invalid': field?.invalid || undefined,
});

type MenuTypes = 'static_select' | 'users_select' | 'channels_select' | 'conversations_select';

export function Menu({ element, value, field, onChoose }: FieldProps<MenuTypes>) {
  const { t } = useLanguage();
  const offered = useOffered(element);
  const placeholder = element.placeholder?.text ?? t(words.choose);
  const groups = [...new Set(offered.map(({ group }) => group))];
  return (
    <select
      {...tied(field)}
      aria-label={field ? undefined : placeholder}
      value={one(value, element)}
      onChange={(event) => onChoose(event.target.value || null)}
    >
      <option value="">{placeholder}</option>
      {groups.map((group) => {
        const inside = offered
          .filter((each) => each.group === group)
          .map((each) => (
            <option key={each.value} value={each.value}>
              {each.text}
            </option>
          ));
        return group ? (
          <optgroup key={group} label={group}>
            {inside}
          </optgroup>
        ) : (
          inside
        );
      })}
    </select>
  );
}

type ChoiceTypes =
  | 'checkboxes'
  | 'radio_buttons'
  | 'multi_static_select'
  | 'multi_users_select'
  | 'multi_channels_select'
  | 'multi_conversations_select';

const FILTER_FROM = 12;

/** Boxes or radio buttons; menus of several are boxes too, with a filter where they are long. */
export function Choices({ element, value, name, onChoose }: FieldProps<ChoiceTypes> & { name: string }) {
  const { t } = useLanguage();
  const [filter, setFilter] = useState('');
  const offered = useOffered(element);
  const chosen = many(value, element);
  const single = element.type === 'radio_buttons';
  const menu = element.type.startsWith('multi_');
  const most = 'max_selected_items' in element ? (element.max_selected_items ?? Infinity) : Infinity;
  const shown = offered.filter((each) => each.text.normalize('NFKC').includes(filter.normalize('NFKC')));

  const toggle = (option: string, on: boolean): void => {
    const next = offered.map((each) => each.value).filter((each) => (each === option ? on : chosen.includes(each)));
    onChoose(single ? option : next);
  };

  return (
    <div className={menu ? 'choices menu' : 'choices'}>
      {menu && offered.length >= FILTER_FROM && (
        <input
          type="search"
          placeholder={t(words.narrow)}
          aria-label={t(words.narrow)}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      {menu && (
        <p className="hint" aria-live="polite">
          {t(words.chosen(chosen.length))}
        </p>
      )}
      <div className="offered">
        {shown.map((each) => {
          const on = chosen.includes(each.value);
          return (
            <label key={each.value}>
              <input
                type={single ? 'radio' : 'checkbox'}
                name={name}
                checked={on}
                disabled={!on && chosen.length >= most && !single}
                onChange={(event) => toggle(each.value, event.target.checked)}
              />
              <span>
                {each.mrkdwn ? <Mrkdwn text={each.text} /> : each.text}
                {each.description && <small>{each.description}</small>}
              </span>
            </label>
          );
        })}
      </div>
    </div>
  );
}

type TextTypes =
  | 'plain_text_input'
  | 'email_text_input'
  | 'url_text_input'
  | 'number_input'
  | 'datepicker'
  | 'timepicker';
const HTML_TYPE: Record<TextTypes, string> = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
  datepicker: 'date',
  timepicker: 'time',
};

export function TextField({ element, value, field, onChoose }: FieldProps<TextTypes>) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const wanted = element.focus_on_load === true;
  useEffect(() => {
    if (wanted) input.current?.focus();
  }, [wanted]);
  const placeholder = element.placeholder?.text;
  const shared = {
    ...tied(field),
    ref: input,
    'aria-label': field ? undefined : (placeholder ?? t(words.choose)),
    placeholder,
    value: one(value, element),
    onChange: (event: { target: { value: string } }) => onChoose(event.target.value || null),
  };
  if (element.type === 'plain_text_input' && element.multiline) return <textarea {...shared} rows={4} />;
  return <input {...shared} type={HTML_TYPE[element.type]} />;
}

export function FileField({ element, value, field, onChoose }: FieldProps<'file_input'>) {
  const { as } = useContext(ActingContext);
  const [names, setNames] = useState<string[]>([]);
  const kept = many(value, element).length > 0;
  return (
    <>
      <input
        {...tied(field)}
        type="file"
        multiple={(element.max_files ?? 10) > 1}
        accept={element.filetypes?.map((type) => `.${type}`).join(',')}
        onChange={async (event) => {
          const files = [...(event.target.files ?? [])];
          setNames(files.map((file) => file.name));
          onChoose(await Promise.all(files.map((file) => api.giveFile(as, file))));
        }}
      />
      {kept && <p className="hint">{names.join('、')}</p>}
    </>
  );
}

/** The menu behind three dots. */
export function Overflow({ options, onChoose }: { options: readonly PlainTextOption[]; onChoose: OnChoose }) {
  const { t } = useLanguage();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className="button icon" aria-label={t(words.options)} popoverTarget={id}>
        ⋯
      </button>
      <div ref={list} id={id} popover="auto" className="popover list">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className="entry"
            onClick={() => {
              list.current?.hidePopover();
              if (option.url) open(option.url, '_blank', 'noopener');
              onChoose(option.value ?? null);
            }}
          >
            {option.text.text}
          </button>
        ))}
      </div>
    </>
  );
}
