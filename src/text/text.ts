/**
 * What Renkei says: every phrase in Japanese and English, side by side, until the reader is known.
 *
 * A phrase is Slack's mrkdwn, made by the tags `ja` and `en` alone. They escape what is put into them, so text typed by
 * people can neither ping a channel nor forge a link (Slack, "Escaping text": only & < and > are special); a phrase put
 * into a phrase appears in the same language.
 *
 *     const decided = (n: number, on: Day): Text => ({
 *       ja: ja`要件${n}を${officialDay(on)}に決定しました。`,
 *       en: en`Requirement ${n} was decided on ${officialDay(on)}.`,
 *     });
 */

/** Text that is safe to give to Slack as mrkdwn: people's words in it are escaped. */
export type Mrkdwn = string & { readonly __mrkdwn: true };

export type Language = 'ja' | 'en';

/** A phrase in both languages. A forgotten one does not compile. */
export interface Text {
  readonly ja: Mrkdwn;
  readonly en: Mrkdwn;
}

type Interpolated = string | number | Text;

/** The Japanese half of a phrase. */
export const ja = tag('ja');

/** The English half of a phrase. */
export const en = tag('en');

function tag(language: Language) {
  return (strings: TemplateStringsArray, ...parts: Interpolated[]): Mrkdwn => {
    let out = strings[0] ?? '';
    for (const [i, part] of parts.entries()) {
      const shown = typeof part === 'object' ? part[language] : typeof part === 'number' ? part : escaped(part);
      out += `${shown}${strings[i + 1] ?? ''}`;
    }
    return out as Mrkdwn;
  };
}

/** Slack's three special characters, made harmless. */
const escaped = (typed: string): string =>
  /[&<>]/.test(typed) ? typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : typed;

/** The same words in both languages: names, numbers, what people typed. */
export const same = (words: string | number): Text => ({ ja: ja`${words}`, en: en`${words}` });

/** What people typed over several lines, for a row of a list. */
export const onOneLine = (typed: string): string => typed.replace(/\s*\n\s*/gu, ' ');

/** Nothing, in both languages. */
export const nothing: Text = same('');

/** A mention of a Slack account; pings the person. */
export const mention = (userId: string): Text => {
  const markup = `<@${userId.replace(/\W/g, '')}>` as Mrkdwn;
  return { ja: markup, en: markup };
};

/** A link to a channel. */
export const channelLink = (channelId: string): Text => {
  const markup = `<#${channelId.replace(/\W/g, '')}>` as Mrkdwn;
  return { ja: markup, en: markup };
};

/** A link to an address; one that could break out of its markup is shown as it is. */
export const linked = (url: string, label: Text): Text => {
  const to = (shown: Mrkdwn): Mrkdwn =>
    /^https?:\/\/[^\s<>|"]+$/u.test(url)
      ? (`<${escaped(url)}|${shown.replaceAll('|', '¦')}>` as Mrkdwn)
      : (escaped(url) as Mrkdwn);
  return { ja: to(label.ja), en: to(label.en) };
};

export const bold = (text: Text): Text => ({ ja: `*${text.ja}*` as Mrkdwn, en: `*${text.en}*` as Mrkdwn });

export const struck = (text: Text): Text => ({ ja: `~${text.ja}~` as Mrkdwn, en: `~${text.en}~` as Mrkdwn });

/** Phrases in a row: 、 between them in Japanese, a comma in English. */
export const listed = (texts: readonly Text[], between: Text = { ja: ja`、`, en: en`, ` }): Text => ({
  ja: texts.map((one) => one.ja).join(between.ja) as Mrkdwn,
  en: texts.map((one) => one.en).join(between.en) as Mrkdwn,
});

/** Mrkdwn read back as plain text: for places that know no markup (button labels, titles, files, mail). */
export const plain = (markup: Mrkdwn): string =>
  markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
