/** What the asker hears when the words did not lead to an act: what was unclear, and what to type instead. */
import { type Button, buttons, line, rows } from '../text/message.ts';
import { en, ja, type Text } from '../text/text.ts';
import type { Found } from './find.ts';
import { helpOf, helpOfOne, namesIn, usageParts } from './help.ts';
import { type Reply, whisper } from './reply.ts';
import type { Command } from './subcommand.ts';

type Of<Kind extends Found['found']> = Extract<Found, { found: Kind }>;

export const refusals = {
  help: ({ command, of }: Of<'help'>): Reply => {
    if (!command) return whisper(text.noCommand);
    return { whisper: of ? helpOfOne(command, of) : helpOf(command) };
  },

  whichMeaning: ({ command, word, meanings }: Of<'ask'>): Reply =>
    whisper(
      meanings.length === 1 ? text.thisMeaning(word) : text.whichMeaning(word),
      buttons(...meanings.map((one) => button(command, one.line, one.label))),
    ),

  didYouMean: ({ command, meant, line: instead }: Of<'nearMiss'>): Reply =>
    whisper(text.didYouMean(meant), buttons(button(command, instead, text.yes(meant)))),

  unknownWord: ({ command, typed }: Of<'unknown'>): Reply =>
    whisper(text.unknownWord(typed), line(namesIn(command)), buttons(button(command, 'help', text.help))),

  unclear: ({ command, sub, unclear }: Of<'unclear'>): Reply => whisper(unclear, ...usageParts(command, sub)),

  errors: ({ errors }: Of<'errors'>): Reply => whisper(text.form, rows(Object.values(errors))),

  unknownPerson: (): Reply => whisper(text.unknownPerson),

  whichCouncil: (councils: readonly { id: string; name: string }[], typed: string): Reply =>
    whisper(text.whichCouncil, rows(councils.map((one) => ({ ja: ja`• ${one.name}`, en: en`• ${one.name}` }))), {
      kind: 'buttons',
      buttons: councils.map((one) => ({
        label: { ja: ja`${one.name}`, en: en`${one.name}` },
        line: typed,
        council: one.id,
      })),
    }),

  personalNumber: (): Reply => whisper(text.personalNumber),

  alreadyDone: (): Reply => whisper(text.alreadyDone),
};

const button = (command: Command, typed: string, label: Text): Button => ({ label, line: `/${command.name} ${typed}` });

const text = {
  noCommand: { ja: ja`このコマンドはご利用いただけません。`, en: en`This command is not available.` },
  whichMeaning: (word: string): Text => ({
    ja: ja`「${word}」は複数の意味に取れます。どちらのことでしょうか。`,
    en: en`“${word}” could mean several things. Which one is meant?`,
  }),
  thisMeaning: (word: string): Text => ({
    ja: ja`「${word}」は、次の操作のことでしょうか。`,
    en: en`Is this what “${word}” means?`,
  }),
  didYouMean: (meant: string): Text => ({ ja: ja`『${meant}』のことでしょうか。`, en: en`Did you mean “${meant}”?` }),
  yes: (meant: string): Text => ({ ja: ja`はい、『${meant}』です`, en: en`Yes, “${meant}”` }),
  unknownWord: (typed: string): Text => ({
    ja: ja`「${typed}」という操作は見つかりませんでした。次の操作をご利用いただけます。`,
    en: en`There is no “${typed}” here. These can be used:`,
  }),
  help: { ja: ja`それぞれの使い方を見る`, en: en`See how each is used` },
  form: { ja: ja`入力内容をご確認ください。`, en: en`Please check what was entered.` },
  unknownPerson: {
    ja: ja`ご利用のアカウントは、協議会の名簿に登録されていません。ご所属の情報主管担当、または事務局へ登録をご依頼ください。`,
    en: en`This account is not on the roster of a council. Please ask your municipality's information section or the secretariat.`,
  },
  whichCouncil: {
    ja: ja`複数の協議会の名簿に登録されています。どの協議会についての操作でしょうか。`,
    en: en`You belong to several councils. Which one is meant?`,
  },
  personalNumber: {
    ja: ja`個人番号(マイナンバー)と思われる12桁の番号が含まれているため、受け付けませんでした。内容は保存していません。同じ内容を投稿している場合は、その投稿の「その他」メニューから「メッセージを削除する」を選び、削除をお願いします。`,
    en: en`This seems to hold a personal number (My Number) and was not accepted; nothing was stored. If you have posted the same as a message, please delete it from the message's “More actions” menu.`,
  },
  alreadyDone: {
    ja: ja`同じ内容を先ほど受け付けています。改めての操作は不要です。`,
    en: en`The same was received a moment ago; nothing more is needed.`,
  },
} as const;
