/**
 * What a message shortcut is: a command that is begun from a message, in whose form the message's address already stands.
 * Its words are taken along only where a field is for them: a person reads and changes them there before anything is kept.
 */
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
  /** The argument that takes the message's words. */
  readonly wordsField?: string;
}

/** The message that a shortcut is used on. */
export interface MessageMeant {
  readonly address: string;
  /** As plain text; none where they must not be shown again. */
  readonly words: string;
}

/** The form that the shortcut opens on a message. */
export function formOfShortcut(
  shortcuts: readonly Shortcut[],
  commands: readonly Command[],
  id: string,
  { address, words }: MessageMeant,
): Form | undefined {
  const shortcut = shortcuts.find((one) => one.id === id);
  const command = commands.find((one) => one.name === shortcut?.command);
  const sub = shortcut && command && named(command, shortcut.subcommand);
  return (
    sub &&
    formOf(command, sub, {
      [shortcut.field]: address,
      ...(shortcut.wordsField !== undefined && { [shortcut.wordsField]: words }),
    })
  );
}
