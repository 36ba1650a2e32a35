/** A fault of which its asker can do something: told in words of its own, with the number under which the log has what happened. */
import { en, ja, type Text } from './text.ts';

export class FaultTold extends Error {
  /** What the asker is told; at a shell, which shows the fault itself, without a number. */
  readonly words: (code: string | undefined) => Text;

  constructor(words: (code: string | undefined) => Text, cause: unknown) {
    super('a fault that is told in words of its own', { cause });
    this.name = 'FaultTold';
    this.words = words;
  }
}

/** Told behind what one can do oneself. */
export const codeText = (code: string | undefined): Text =>
  code === undefined
    ? { ja: ja``, en: en`` }
    : {
        ja: ja`それでも読み取れない場合は、お手数ですが、事務局へ番号 ${code} をお知らせください。`,
        en: en` If it still cannot be read, please tell the secretariat this code: ${code}`,
      };
