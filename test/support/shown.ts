/** Block Kit as a person reads it, a line a block: for the snapshots of scenes. */
import type { Workspace } from '../../src/practice/workspace.ts';

/** A message that says only that the answer takes time, as any may on a busy machine. */
export const WAITS = /^(?:処理に時間がかかっています。終わりしだい、結果をお知らせします。|This takes a moment;)/;

interface Element {
  readonly type?: string;
  readonly text?: string | { readonly text?: string };
  readonly elements?: readonly Element[];
  readonly fields?: readonly { readonly text?: string }[];
  readonly value?: string;
}

/** The text, or where there are blocks, what they show; files by their names. */
export function shown(
  message: { readonly text: string; readonly blocks: readonly object[]; readonly files?: readonly string[] },
  workspace?: Workspace,
): string {
  const lines = (message.blocks as readonly Element[]).map(blockLine).filter((line) => line !== '');
  const files = (message.files ?? []).map((id) => `📎${workspace?.state.files.get(id)?.name ?? id}`);
  const words = lines.length > 0 ? lines : [message.text];
  return [...words.map(withoutAddress), ...files].filter((one) => one !== '').join('\n  ');
}

/** The stand-in's port is another each time; a link reads as its words. */
const withoutAddress = (words: string): string =>
  words.replaceAll(/<http:\/\/127\.0\.0\.1:\d+[^|>]*\|([^>]*)>/gu, '<$1>');

function blockLine(block: Element): string {
  switch (block.type) {
    case 'section':
      return [textOf(block), ...(block.fields ?? []).map((one) => (one.text ?? '').replace('\n', ' '))]
        .filter((one) => one !== '')
        .join('\n  ');
    case 'header':
      return `■ ${textOf(block)}`;
    case 'context':
      return (block.elements ?? []).map(textOf).join(' ');
    case 'actions':
      return (block.elements ?? []).map((one) => `[${textOf(one)}]`).join(' ');
    case 'divider':
      return '----';
    default:
      return textOf(block);
  }
}

const textOf = ({ text }: Element): string =>
  (typeof text === 'string' ? text : (text?.text ?? '')).replaceAll('\n', '\n  ');

/** The buttons of a message: what stands on them, and what pressing them says. */
export function buttonsIn(blocks: readonly object[]): { readonly label: string; readonly value: string }[] {
  const elements = (blocks as readonly Element[]).flatMap((block) => block.elements ?? []);
  return elements.filter((one) => one.type === 'button').map((one) => ({ label: textOf(one), value: one.value ?? '' }));
}
