/** A message as a plain letter, for who reads it by mail: no markup, no buttons, and how to answer without them. */
import type { Message, Part } from './message.ts';
import { en, ja, type Language, type Mrkdwn, plain, type Text } from './text.ts';

export function letterOf({ summary, parts = [] }: Message, language: Language): { subject: string; text: string } {
  const words = (text: Text): string => unmarked(text[language]);
  const body = parts.map((part) => written(part, words)).filter((one) => one !== '');
  const [subject = ''] = words(summary)
    .replace(GREETING, '')
    .split(/。|: |\. /u);
  return { subject, text: [words(summary), ...body, words(answering)].join('\n\n') };
}

/** A subject begins with what the letter is about. */
const GREETING = /^(?:おはようございます。|Good morning\. )/u;

function written(part: Part, words: (text: Text) => string): string {
  switch (part.kind) {
    case 'heading':
      return `■ ${words(part.text)}`;
    case 'line':
    case 'note':
      return words(part.text);
    case 'facts':
      return part.facts.map(({ label, value }) => `${words(label)}: ${words(value)}`).join('\n');
    case 'rows':
      return part.rows.map(words).join('\n');
    default:
      return '';
  }
}

/** Links as label and address, without bold and struck marks. */
const unmarked = (markup: Mrkdwn): string =>
  plain(
    markup
      .replace(/<(https?:[^|>]+)\|([^>]*)>/gu, '$2 ($1)')
      .replace(/<(https?:[^>]+)>/gu, '$1')
      .replace(/(?<![\w*])\*([^*\n]+)\*(?![\w*])/gu, '$1')
      .replace(/~([^~\n]+)~/gu, '[$1]') as Mrkdwn,
  );

const answering: Text = {
  ja: ja`このメールは、お知らせをメールで受け取る方へお送りしています。ご回答は、Slackで行っていただくか、ご所属の情報主管担当または事務局へお知らせください。`,
  en: en`This is sent to people who are told by mail. To answer, please use Slack, or tell your information section or the secretariat.`,
};
