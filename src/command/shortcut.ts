/**
 * What a message shortcut is: a command that is begun from a message, in whose form the message's address already stands.
 * The message's words are taken along only where a shortcut names the field for them: they stand in the form to be edited, and
 * what is sent of them is what its person leaves there. Words that hold a 個人番号 are not shown at all.
 */
import { holdsPersonalNumber } from '../domain/personalNumber.ts';
import type { Text } from '../text/text.ts';
import type { Form } from './argument.ts';
import { formOf, named } from './find.ts';
import type { Command } from './subcommand.ts';

export interface Shortcut {
  /** Slack's callback id. */
  readonly id: string;
  /** What Slack's menu shows, at most 24 characters (Slack, "Shortcuts"). */
  readonly label: Text;
  readonly command: string;
  /** The sub-command's English name. */
  readonly subcommand: string;
  /** The argument that takes the message's address. */
  readonly field: string;
  /** The argument in whose field the message's words stand. */
  readonly words?: string;
}

/** The message on which a shortcut was chosen. */
export interface ShortcutMessage {
  readonly address: string;
  /** As one line. */
  readonly words: string;
}

/** The form that the shortcut opens on this message. */
export function formOfShortcut(
  shortcuts: readonly Shortcut[],
  commands: readonly Command[],
  id: string,
  message: ShortcutMessage,
): Form | undefined {
  const shortcut = shortcuts.find((one) => one.id === id);
  const command = commands.find((one) => one.name === shortcut?.command);
  const sub = shortcut && command && named(command, shortcut.subcommand);
  const words =
    shortcut?.words !== undefined && !holdsPersonalNumber(message.words) ? { [shortcut.words]: message.words } : {};
  return sub && formOf(command, sub, { ...words, [shortcut.field]: message.address });
}
