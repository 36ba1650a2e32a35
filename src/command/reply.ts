/**
 * A reply as data: what the asker alone sees, what a channel or a person is told, which surfaces changed, which files follow.
 *
 * Nothing here has happened yet: what must reach someone is written to the outbox in the transaction of the act, and the
 * whisper travels back to the asker on the way of the command.
 */
import type { Message } from '../text/message.ts';
import type { Post } from '../text/post.ts';
import type { Text } from '../text/text.ts';
import type { Form } from './argument.ts';

export interface Reply {
  /** To the asker alone. */
  readonly whisper?: Message;
  /** The whisper holds a secret: it is told once, and not remembered for the same words said again. */
  readonly toldOnce?: true;
  /** It stands in place of the message whose button was pressed. */
  readonly replaces?: true;
  /** Asks the asker for the words that the command still lacks. */
  readonly form?: Form;
  readonly posts?: readonly Post[];
  /** Keys of surfaces whose state changed: delivery renders them anew from what is true then. */
  readonly refresh?: readonly string[];
  /** Surfaces that other councils keep. */
  readonly elsewhere?: readonly { readonly council: string; readonly surface: string }[];
  /** There where something was changed; what the act was about, for the audit: `requirement:1234`, `meeting:12`. */
  readonly done?: readonly string[];
  /** What the audit says in place of the words as typed, where these hold what others may not know yet (内示). */
  readonly auditLine?: string;
}

/** To the asker alone. */
export const whisper = (summary: Text, ...parts: NonNullable<Message['parts']>): Reply => ({
  whisper: { summary, ...(parts.length > 0 && { parts }) },
});
