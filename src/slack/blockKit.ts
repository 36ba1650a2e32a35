/** Block Kit as a table: the limits and required parts of each block and element. Unknown keys pass; an unknown type is told. */
import {
  among,
  anything,
  type Check,
  either,
  isObject,
  type Json,
  list,
  matching,
  number,
  plain,
  shape,
  string,
  text,
  typed,
} from './shape.ts';

/** Limits that renderers page and cut by. */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  messageText: 4000,
  /** Characters of text over all blocks of a message; beyond it Slack answers `msg_blocks_too_long`. */
  messageTotal: 13_000,
  viewBytes: 250_000,
  header: 150,
  sectionText: 3000,
  fields: 10,
  fieldText: 2000,
  contextElements: 10,
  actions: 25,
  buttonText: 75,
  buttonValue: 2000,
  optionText: 75,
  optionValue: 75,
  options: 100,
  choices: 10,
  overflow: 5,
  placeholder: 150,
  inputText: 3000,
  label: 2000,
  modalTitle: 24,
  privateMetadata: 3000,
  callbackId: 255,
  id: 255,
  tableRows: 100,
  tableColumns: 20,
  dataTableText: 10_000,
} as const;

// Composition objects

const OPTION = { value: string(LIMITS.optionValue), 'url?': string(3000) };
/** In menus the texts are plain. */
const menuOption = shape({ ...OPTION, text: plain(LIMITS.optionText), 'description?': plain(75) });
/** Beside boxes and radio buttons they may be mrkdwn. */
const choiceOption = shape({ ...OPTION, text: text(LIMITS.optionText), 'description?': text(75) });
const optionGroup = shape({ label: plain(75), options: list(1, LIMITS.options, menuOption) });
const confirm = shape({ title: plain(100), text: text(300), confirm: plain(30), deny: plain(30) });

/** The options chosen at first must stand, value for value, among those offered. */
const initialAmongOptions: Check = (value, path, tell) => {
  const { options = [], option_groups: groups = [], initial_option: one, initial_options: many = [] } = value as Json;
  const offered = new Set<unknown>();
  const grouped = Array.isArray(groups) ? groups.flatMap((group) => (isObject(group) ? group.options : [])) : [];
  for (const option of [...(Array.isArray(options) ? options : []), ...grouped]) {
    if (!isObject(option)) continue;
    if (offered.has(option.value)) tell(`${path}/options`, 'duplicate', 'unique values', String(option.value));
    offered.add(option.value);
  }
  for (const option of [...(one ? [one] : []), ...(Array.isArray(many) ? many : [])])
    if (!offered.has((option as Json).value))
      tell(`${path}/initial_option`, 'mismatch', 'one of the options', String((option as Json).value));
};

// Elements

const PLACEHOLDER = { 'placeholder?': plain(LIMITS.placeholder) };
const element = (parts: Record<string, Check>, ...more: Check[]): Check =>
  shape({ 'action_id?': string(LIMITS.id), 'confirm?': confirm, ...PLACEHOLDER, ...parts }, ...more);
const menu = (parts: Record<string, Check> = {}): Check =>
  element(
    {
      'options?': list(1, LIMITS.options, menuOption),
      'option_groups?': list(1, LIMITS.options, optionGroup),
      'max_selected_items?': number(1, Number.MAX_SAFE_INTEGER),
      ...parts,
    },
    initialAmongOptions,
  );
const staticMenu = (): Check => {
  const check = menu();
  return (value, path, tell) => {
    check(value, path, tell);
    if (isObject(value)) either('options', 'option_groups')(value, path, tell);
  };
};
const choices = element({ options: list(1, LIMITS.choices, choiceOption) }, initialAmongOptions);
const image = { 'image_url?': string(3000), 'slack_file?': anything, alt_text: string(2000) };

const ELEMENTS: Record<string, Check> = {
  button: element({
    text: plain(LIMITS.buttonText),
    'value?': string(LIMITS.buttonValue, 0),
    'url?': string(3000),
    'style?': among('primary', 'danger'),
    'accessibility_label?': string(75),
  }),
  overflow: element({ options: list(1, LIMITS.overflow, menuOption) }, initialAmongOptions),
  checkboxes: choices,
  radio_buttons: choices,
  static_select: staticMenu(),
  multi_static_select: staticMenu(),
  external_select: menu(),
  multi_external_select: menu(),
  users_select: menu(),
  multi_users_select: menu(),
  conversations_select: menu(),
  multi_conversations_select: menu(),
  channels_select: menu(),
  multi_channels_select: menu(),
  datepicker: element({ 'initial_date?': matching(/^\d{4}-\d{2}-\d{2}$/) }),
  timepicker: element({ 'initial_time?': matching(/^([01]\d|2[0-3]):[0-5]\d$/) }),
  datetimepicker: element({ 'initial_date_time?': number(1_000_000_000, 9_999_999_999) }),
  plain_text_input: element({
    'initial_value?': string(LIMITS.inputText, 0),
    'min_length?': number(0, LIMITS.inputText),
    'max_length?': number(1, LIMITS.inputText),
  }),
  email_text_input: element({}),
  url_text_input: element({}),
  number_input: element({ is_decimal_allowed: anything }),
  rich_text_input: element({}),
  file_input: element({ 'max_files?': number(1, 10) }),
  workflow_button: element({ text: plain(LIMITS.buttonText) }),
  feedback_buttons: element({}),
  icon_button: element({ text: plain(LIMITS.buttonText) }),
  image: shape(image, either('image_url', 'slack_file')),
};

const STATEFUL = Object.keys(ELEMENTS).filter((type) =>
  /select$|^datepicker|^timepicker|^datetime|radio|check/.test(type),
);
const IN_SECTION = [...STATEFUL, 'button', 'overflow', 'image', 'workflow_button'];
const IN_ACTIONS = [...STATEFUL, 'button', 'overflow', 'workflow_button', 'rich_text_input'];
const IN_INPUT = [...STATEFUL, ...Object.keys(ELEMENTS).filter((type) => type.endsWith('_input'))];

// Blocks

const cell = typed({
  raw_text: shape({ text: string(Number.MAX_SAFE_INTEGER) }),
  raw_number: anything,
  rich_text: anything,
});
const rows = list(1, LIMITS.tableRows, list(1, LIMITS.tableColumns, cell));
const block = (parts: Record<string, Check>, ...more: Check[]): Check =>
  shape({ 'block_id?': string(LIMITS.id), ...parts }, ...more);

/** The blocks Slack knows; the ones without parts here are newer than our use of them and pass as they are. */
export const BLOCKS: Record<string, Check> = {
  header: block({ text: plain(LIMITS.header) }),
  section: block(
    {
      'text?': text(LIMITS.sectionText),
      'fields?': list(1, LIMITS.fields, text(LIMITS.fieldText)),
      'accessory?': typed(ELEMENTS, IN_SECTION),
    },
    either('text', 'fields'),
  ),
  context: block({
    elements: list(
      1,
      LIMITS.contextElements,
      typed({ image: ELEMENTS.image!, plain_text: plain(LIMITS.sectionText), mrkdwn: text(LIMITS.sectionText) }),
    ),
  }),
  actions: block({ elements: list(1, LIMITS.actions, typed(ELEMENTS, IN_ACTIONS)) }),
  input: block({ label: plain(LIMITS.label), 'hint?': plain(LIMITS.label), element: typed(ELEMENTS, IN_INPUT) }),
  image: block({ ...image, 'title?': plain(2000) }, either('image_url', 'slack_file')),
  divider: block({}),
  rich_text: block({ elements: list(1, Number.MAX_SAFE_INTEGER, anything) }),
  markdown: block({ text: string(12_000) }),
  table: block({ rows }),
  data_table: block({ rows, caption: string(LIMITS.sectionText) }),
  data_visualization: block({}),
  context_actions: block({ elements: list(1, 5, typed(ELEMENTS, ['feedback_buttons', 'icon_button'])) }),
  file: block({ external_id: string(LIMITS.id) }),
  ...Object.fromEntries(
    ['alert', 'card', 'carousel', 'container', 'plan', 'task_card', 'video'].map((type) => [type, block({})]),
  ),
};
