/**
 * What Slack would refuse in a message or a view: Block Kit's limits, its required parts and its unique names.
 *
 * Pure. Lengths are UTF-16 units, the stricter of the two ways in which Slack counts; where Slack documents a wider limit
 * than the one that is known to work, the one that works stands here.
 */
import { BLOCKS, LIMITS } from './blockKit.ts';
import { collect, isObject, type Json, list, type Problem, plain, shape, string, type Tell, typed } from './shape.ts';

/** At most so many blocks of a kind in one message. */
const PER_MESSAGE: Record<string, number> = { table: 1, data_table: 1, data_visualization: 2 };

const isKind = (block: unknown, type: string): block is Json => isObject(block) && block.type === type;

/** The elements of a block that carry an `action_id`, each with its place in the block. */
function elementsOf(block: Json): [string, Json][] {
  const found: [string, unknown][] = [
    ['element', block.element],
    ['accessory', block.accessory],
    ...(Array.isArray(block.elements) ? block.elements.map((one, i): [string, unknown] => [`elements/${i}`, one]) : []),
  ];
  return found.filter((pair): pair is [string, Json] => isObject(pair[1]));
}

function checkNames(blocks: readonly unknown[], tell: Tell): void {
  const blockIds = new Set<unknown>();
  blocks.forEach((block, i) => {
    if (!isObject(block)) return;
    if (block.block_id !== undefined && blockIds.has(block.block_id))
      tell(`/blocks/${i}/block_id`, 'duplicate', 'unique in all blocks', String(block.block_id));
    blockIds.add(block.block_id);
    const actionIds = new Set<unknown>();
    for (const [place, { action_id: id }] of elementsOf(block)) {
      if (id !== undefined && actionIds.has(id))
        tell(`/blocks/${i}/${place}/action_id`, 'duplicate', 'unique in its block', String(id));
      actionIds.add(id);
    }
  });
}

/** Characters of all texts in a block, however deep they stand. */
function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textIn(one), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, part]) => sum + (key === 'text' && typeof part === 'string' ? part.length : textIn(part)),
    0,
  );
}

/** What Slack would refuse in this message; empty where it is fit to send. A text is required: screen readers read only that. */
export function checkMessage(message: { readonly text?: unknown; readonly blocks?: unknown }): Problem[] {
  return collect((tell) => {
    const { text: words, blocks = [] } = message;
    if (words === undefined || words === '') tell('/text', 'missing', 'required', 'nothing');
    else string(LIMITS.messageText)(words, '/text', tell);

    list(0, LIMITS.messageBlocks, typed(BLOCKS))(blocks, '/blocks', tell);
    if (!Array.isArray(blocks)) return;
    checkNames(blocks, tell);
    const total = textIn(blocks);
    if (total > LIMITS.messageTotal) tell('/blocks', 'total', LIMITS.messageTotal, total);
    for (const [type, most] of Object.entries(PER_MESSAGE)) {
      const count = blocks.filter((one) => isKind(one, type)).length;
      if (count > most) tell('/blocks', 'count', `${most} ${type}`, count);
    }
    blocks.forEach((one, i) => {
      if (isKind(one, 'data_table') && textIn(one) > LIMITS.dataTableText)
        tell(`/blocks/${i}/rows`, 'total', LIMITS.dataTableText, textIn(one));
      if (isKind(one, 'input') && isKind(one.element, 'file_input'))
        tell(`/blocks/${i}/element/type`, 'kind', 'only in a modal', 'file_input');
    });
  });
}

const VIEW = { blocks: list(1, LIMITS.viewBlocks, typed(BLOCKS)) };
const IDS = {
  'private_metadata?': string(LIMITS.privateMetadata, 0),
  'callback_id?': string(LIMITS.callbackId, 0),
  'external_id?': string(LIMITS.id, 0),
};
const view = typed({
  home: shape({ ...VIEW, ...IDS }),
  modal: shape({
    ...VIEW,
    ...IDS,
    title: plain(LIMITS.modalTitle),
    'submit?': plain(LIMITS.modalTitle),
    'close?': plain(LIMITS.modalTitle),
  }),
});

/** What Slack would refuse in this modal or Home; empty where it is fit to open. */
export function checkView(given: unknown): Problem[] {
  return collect((tell) => {
    view(given, '', tell);
    if (!isObject(given) || !Array.isArray(given.blocks)) return;
    checkNames(given.blocks, tell);
    if (given.type === 'modal' && given.submit === undefined && given.blocks.some((one) => isKind(one, 'input')))
      tell('/submit', 'missing', 'required beside inputs', 'nothing');
    const bytes = new TextEncoder().encode(JSON.stringify(given)).length;
    if (bytes > LIMITS.viewBytes) tell('', 'total', LIMITS.viewBytes, bytes);
    given.blocks.forEach((one, i) => {
      if (isKind(one, 'data_visualization'))
        tell(`/blocks/${i}/type`, 'kind', 'only in a message', 'data_visualization');
      if (given.type === 'home' && isKind(one, 'input') && isKind(one.element, 'file_input'))
        tell(`/blocks/${i}/element/type`, 'kind', 'only in a modal', 'file_input');
    });
    const focused = given.blocks
      .flatMap((one) => (isObject(one) ? elementsOf(one) : []))
      .filter(([, e]) => e.focus_on_load);
    if (focused.length > 1) tell('/blocks', 'count', '1 focus_on_load', focused.length);
  });
}

export { LIMITS } from './blockKit.ts';
export type { Problem } from './shape.ts';
