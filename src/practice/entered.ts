/** What a person enters: from plain values to Slack's `state.values` and `actions[0]`, by type of element. */
import { LIMITS } from '../slack/limits.ts';
import { isJson, type Json } from './json.ts';
import { shownFile } from './methods/method.ts';
import { notices, toReader } from './notices.ts';
import type { State } from './state.ts';

/**
 * Values by `block_id/action_id`, by `action_id` or by `block_id`: a text, the value of an option, a day, a person's id;
 * several in a list. `null` clears.
 */
export type Entered = Readonly<Record<string, string | readonly string[] | null>>;

/** Element type → the key under which its state stands, and whether it holds several. */
const STATE_KEY: Record<string, { key: string; many?: true; options?: true }> = {
  plain_text_input: { key: 'value' },
  email_text_input: { key: 'value' },
  url_text_input: { key: 'value' },
  number_input: { key: 'value' },
  static_select: { key: 'selected_option', options: true },
  external_select: { key: 'selected_option', options: true },
  radio_buttons: { key: 'selected_option', options: true },
  overflow: { key: 'selected_option', options: true },
  multi_static_select: { key: 'selected_options', many: true, options: true },
  multi_external_select: { key: 'selected_options', many: true, options: true },
  checkboxes: { key: 'selected_options', many: true, options: true },
  datepicker: { key: 'selected_date' },
  timepicker: { key: 'selected_time' },
  datetimepicker: { key: 'selected_date_time' },
  users_select: { key: 'selected_user' },
  multi_users_select: { key: 'selected_users', many: true },
  conversations_select: { key: 'selected_conversation' },
  multi_conversations_select: { key: 'selected_conversations', many: true },
  channels_select: { key: 'selected_channel' },
  multi_channels_select: { key: 'selected_channels', many: true },
  file_input: { key: 'files', many: true },
};

/** An element that can act, with its block. */
export interface Placed {
  readonly block: Json;
  readonly element: Json;
}

/** Every element with an `action_id` in these blocks. */
export function elementsIn(blocks: readonly Json[]): Placed[] {
  return blocks.flatMap((block) => {
    const inside = Array.isArray(block.elements) ? block.elements : [];
    return [block.element, block.accessory, ...inside]
      .filter((one): one is Json => isJson(one) && typeof one.action_id === 'string')
      .map((element) => ({ block, element }));
  });
}

const initialOf = ({ type, ...element }: Json): string | readonly string[] | null => {
  const named = (option: unknown): string => String((option as Json).value);
  if (isJson(element.initial_option)) return named(element.initial_option);
  if (Array.isArray(element.initial_options)) return element.initial_options.map(named);
  const key = Object.keys(element).find((one) => one.startsWith('initial_'));
  return key ? (element[key] as string | readonly string[]) : null;
};

/** What is entered in an element: what the person gave, else what it began with. */
function valueIn({ block, element }: Placed, entered: Entered): string | readonly string[] | null {
  const keys = [`${block.block_id}/${element.action_id}`, String(element.action_id), String(block.block_id)];
  const key = keys.find((one) => entered[one] !== undefined);
  return key === undefined ? initialOf(element) : (entered[key] ?? null);
}

const offered = (element: Json): Json[] => [
  ...((element.options as Json[] | undefined) ?? []),
  ...((element.option_groups as Json[] | undefined) ?? []).flatMap((group) => group.options as Json[]),
];

/** An element's state as Slack tells it; undefined for buttons, which have none. */
function stateOf(state: State, element: Json, value: string | readonly string[] | null): Json | undefined {
  const how = STATE_KEY[String(element.type)];
  if (!how) return undefined;
  const given = value === null || value === '' ? [] : Array.isArray(value) ? value : [value as string];
  const found = given.map((one: string) => {
    if (how.key === 'files') return shownFile(state, state.files.get(one)!);
    if (how.key === 'selected_date_time') return Number(one);
    if (!how.options) return one;
    const option = offered(element).find((each) => each.value === one);
    if (!option && element.options) throw new RangeError(`${element.action_id} does not offer ${one}`);
    return option ?? { text: { type: 'plain_text', text: one, emoji: true }, value: one };
  });
  return { type: element.type, [how.key]: how.many ? found : (found[0] ?? null) };
}

/** `state.values`: all that is entered in these blocks. */
export function valuesIn(state: State, blocks: readonly Json[], entered: Entered): Json {
  const values: Record<string, Json> = {};
  for (const placed of elementsIn(blocks)) {
    if (placed.element.type === 'overflow') continue;
    const one = stateOf(state, placed.element, valueIn(placed, entered));
    if (!one) continue;
    const id = String(placed.block.block_id);
    values[id] = { ...values[id], [String(placed.element.action_id)]: one };
  }
  return values;
}

/** `actions[0]`: a press or a choice. */
export function actionOf(state: State, placed: Placed, entered: Entered, ts: string): Json {
  const { block, element } = placed;
  const { text, value, style, url } = element;
  const chosen =
    element.type === 'button'
      ? Object.fromEntries(Object.entries({ text, value, style, url }).filter(([, one]) => one !== undefined))
      : stateOf(state, element, valueIn(placed, entered));
  return { ...chosen, type: element.type, action_id: element.action_id, block_id: block.block_id, action_ts: ts };
}

/** What Slack's own client says before it submits, by block: a required input left empty, or a length out of bounds. */
export function incomplete(blocks: readonly Json[], entered: Entered, locale: string): Record<string, string> {
  const told: Record<string, string> = {};
  for (const placed of elementsIn(blocks)) {
    const { block, element } = placed;
    if (block.type !== 'input') continue;
    const value = valueIn(placed, entered);
    const length = value?.length ?? 0;
    const id = String(block.block_id);
    if (length === 0) {
      if (!block.optional) told[id] = toReader(notices.required, locale);
      continue;
    }
    if (typeof value !== 'string') continue;
    const { min_length: least = 0, max_length: most = LIMITS.inputText } = element as Record<string, number>;
    if (length < least) told[id] = toReader(notices.tooShort(least), locale);
    if (length > most) told[id] = toReader(notices.tooLong(most), locale);
  }
  return told;
}
