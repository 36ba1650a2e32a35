/**
 * A message as data becomes Slack's text and blocks, in one language and within Block Kit's limits.
 *
 * Nothing is cut silently: what does not fit into one message becomes several that say 1/2, 2/2. Text is sent so that
 * Slack makes no links or mentions of words that people typed.
 */
import type { Button, Message, Part } from '../text/message.ts';
import { en, ja, type Language, type Mrkdwn, plain, type Text } from '../text/text.ts';
import { LIMITS } from './limits.ts';
import { clip, pack, split } from './split.ts';

type Block = Readonly<Record<string, unknown>>;

/** One message as Slack takes it. */
export interface Rendered {
  /** The whole in a line or two, for notifications and screen readers. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface Reader {
  readonly language: Language;
  /** The council that its buttons speak of, unless they name another. */
  readonly council: string | undefined;
}

/** The message for this reader: one, or as many as it takes. */
export function render(message: Message, reader: Reader): [Rendered, ...Rendered[]] {
  const text = clip(message.summary[reader.language], LIMITS.messageText - PAGE_MARK);
  const blocks = blocksOf(message, reader);
  const pages = fits(blocks, 0) ? [blocks] : paged(blocks);
  const [first, ...others] = pages.map((page, i): Rendered => {
    if (pages.length === 1) return { text, blocks: page };
    const mark = `(${i + 1}/${pages.length})`;
    return { text: `${text} ${mark}`, blocks: [...page, context(mark)] };
  });
  return [first ?? { text, blocks: [] }, ...others];
}

/**
 * The message in a single one, for what is kept in step with a state: where not all rows fit, those that fit and how
 * many more there are.
 */
export function renderOne(message: Message, reader: Reader): Rendered {
  const [whole, ...more] = render(message, reader);
  if (more.length === 0) return whole;
  const total = rowCount(message);
  let [fitting, beyond] = [0, total];
  while (beyond - fitting > 1) {
    const tried = Math.floor((fitting + beyond) / 2);
    if (render(withRows(message, tried), reader).length === 1) fitting = tried;
    else beyond = tried;
  }
  return render(withRows(message, fitting), reader)[0];
}

/** What a button says, as it stands in its value: the council, and the line after the first line end. */
export function buttonSays(value: string): { readonly council: string | undefined; readonly line: string } {
  const [council = '', ...line] = value.split('\n');
  return { council: council || undefined, line: line.join('\n') };
}

/** The most that `(1/2)` takes in the text of a page. */
const PAGE_MARK = 12;
/** A fact longer than this is hard to read in a column; ten of them fit into a message. */
const LONGEST_FACT = 500;

function blocksOf({ summary, parts = [] }: Message, reader: Reader): Block[] {
  const blocks = [{ kind: 'line', text: summary } as const, ...parts].flatMap((part) => partBlocks(part, reader));
  let buttons = 0;
  return blocks.map((block) =>
    block.type === 'actions'
      ? { ...block, elements: (block.elements as Block[]).map((one) => ({ ...one, action_id: `say.${buttons++}` })) }
      : block,
  );
}

function partBlocks(part: Part, { language, council }: Reader): Block[] {
  switch (part.kind) {
    case 'heading':
      return heading(part.text[language]);
    case 'line':
      return split(part.text[language], LIMITS.sectionText).map(section);
    case 'facts':
      return facts(part.facts.map(({ label, value }) => `*${label[language]}*\n${value[language]}`));
    case 'rows':
      return pack(
        part.rows.map((row) => row[language]),
        LIMITS.sectionText,
      ).map(section);
    case 'note':
      return split(part.text[language], LIMITS.sectionText).map(context);
    case 'buttons':
      return buttons(part.buttons, language, council);
    case 'divider':
      return [{ type: 'divider' }];
  }
}

function heading(markup: Mrkdwn): Block[] {
  const words = plain(markup);
  if (words.trim() === '') return [];
  if (words.length > LIMITS.header || markup.includes('<'))
    return split(markup, LIMITS.sectionText - 2).map((piece) => section(`*${piece}*`));
  return [{ type: 'header', text: plainText(words) }];
}

/** Labels with their values, in two columns; where one is too long for that, one below the other. */
function facts(fields: readonly string[]): Block[] {
  if (fields.some((field) => field.length > LONGEST_FACT)) return pack(fields, LIMITS.sectionText).map(section);
  return chunks(fields, LIMITS.fields).map((some) => ({ type: 'section', fields: some.map(mrkdwn) }));
}

/** Buttons; a line that is too long for one is shown, to be typed. */
function buttons(list: readonly Button[], language: Language, council: string | undefined): Block[] {
  const says = (button: Button): string => `${button.council ?? council ?? ''}\n${button.line}`;
  const pressed = list.filter((button) => says(button).length <= LIMITS.buttonValue);
  const typed = list.filter((button) => says(button).length > LIMITS.buttonValue);
  const elements = pressed.map((button) => ({
    type: 'button',
    text: plainText(clip(plain(button.label[language]), LIMITS.buttonText)),
    value: says(button),
    ...(button.style && { style: button.style }),
    ...(button.confirm && { confirm: confirm(button.confirm, language) }),
  }));
  return [
    ...chunks(elements, LIMITS.actions).map((some) => ({ type: 'actions', elements: some })),
    ...typed.flatMap((button) => split(text.type(button)[language], LIMITS.sectionText).map(section)),
  ];
}

const confirm = (question: Text, language: Language): Block => ({
  title: plainText(text.confirm[language]),
  text: mrkdwn(clip(question[language], 300)),
  confirm: plainText(text.yes[language]),
  deny: plainText(text.no[language]),
});

const section = (markup: string): Block => ({ type: 'section', text: mrkdwn(markup) });
const context = (markup: string): Block => ({ type: 'context', elements: [mrkdwn(markup)] });
const mrkdwn = (markup: string): Block => ({ type: 'mrkdwn', text: markup, verbatim: true });
const plainText = (words: string): Block => ({ type: 'plain_text', text: words, emoji: false });

/** Greedily; a heading goes with what it stands above. */
function paged(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [[]];
  for (const block of blocks) {
    const page = pages.at(-1) ?? [];
    if (fits([...page, block], 1)) {
      page.push(block);
      continue;
    }
    const orphan = page.length > 1 && page.at(-1)?.type === 'header' ? page.splice(-1) : [];
    pages.push([...orphan, block]);
  }
  return pages;
}

/** Whether these blocks fit into one message beside `others` short ones. */
const fits = (blocks: readonly Block[], others: number): boolean =>
  blocks.length + others <= LIMITS.messageBlocks && lengthOf(blocks) + others * PAGE_MARK <= LIMITS.messageTotal;

/** The units of all texts, however deep they stand. */
function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + lengthOf(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, part]) => sum + (key === 'text' && typeof part === 'string' ? part.length : lengthOf(part)),
    0,
  );
}

const rowCount = ({ parts = [] }: Message): number =>
  parts.reduce((sum, part) => sum + (part.kind === 'rows' ? part.rows.length : 0), 0);

/** The first `count` rows of all, and how many more there are. */
function withRows(message: Message, count: number): Message {
  let left = count;
  const parts = (message.parts ?? []).map((part): Part => {
    if (part.kind !== 'rows') return part;
    const rows = part.rows.slice(0, left);
    left -= rows.length;
    return { kind: 'rows', rows };
  });
  const lastRows = parts.findLastIndex((part) => part.kind === 'rows');
  const more: Part = { kind: 'note', text: text.more(rowCount(message) - count) };
  return { ...message, parts: parts.toSpliced(lastRows + 1, 0, more) };
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

const text = {
  confirm: { ja: ja`確認`, en: en`Please confirm` },
  yes: { ja: ja`はい`, en: en`Yes` },
  no: { ja: ja`やめる`, en: en`Cancel` },
  type: ({ label, line }: Button): Text => ({
    ja: ja`${label}:次のとおりご入力ください。\n${line}`,
    en: en`${label}: please type this.\n${line}`,
  }),
  more: (count: number): Text =>
    count === 0
      ? { ja: ja`長いため、ここまでを表示しています。`, en: en`This is shown up to here, since it is long.` }
      : { ja: ja`ほかに${count}件あります。`, en: en`And ${count} more.` },
} as const;
