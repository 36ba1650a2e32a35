/** A seat as people name it: 那珂市 介護保険WG, 介護保険WG 座長, 那珂市 情報主管; in any order, with 文書 or p2 behind. */
import { absent, argument } from '../../src/command/argument.ts';
import { nameKey } from '../../src/command/find.ts';
import { en, ja, type Text } from '../../src/text/text.ts';

export interface SeatSaid {
  /** What may name a municipality or a body, in the order in which it was typed. */
  readonly names: readonly string[];
  readonly role?: 'lead' | 'information' | 'adviser';
  readonly paper?: true;
  readonly page?: number;
}

const WORDS: readonly { readonly is: Partial<SeatSaid>; readonly words: readonly string[] }[] = [
  { is: { paper: true }, words: ['文書', 'word', 'docx', 'ワード', 'ファイル', 'file'] },
  { is: { role: 'lead' }, words: ['座長', '部会長', 'lead', 'head'] },
  { is: { role: 'information' }, words: ['情報主管', '情報主管担当', '事務局', 'information', 'secretariat'] },
  { is: { role: 'adviser' }, words: ['アドバイザー', 'adviser'] },
  { is: {}, words: ['委員', '担当', 'member', '自分', '私', 'mine'] },
];

const PAGE = /^p\s?(\d{1,3})$/iu;

export const seatSaid = argument<SeatSaid>({
  label: { ja: ja`市町 WG名(省略するとご自身の担当)・文書`, en: en`municipality and body (else your own); word` },
  field: { kind: 'line', placeholder: { ja: ja`那珂市 介護保険WG`, en: en`介護保険WG` } },
  read(typed) {
    if (typed.trim() === '') return absent;
    let found: SeatSaid = { names: [] };
    for (const word of typed.trim().split(/\s+/u)) {
      const page = PAGE.exec(word.normalize('NFKC'))?.[1];
      const known = WORDS.find(({ words }) => words.some((one) => nameKey(one) === nameKey(word)));
      if (page !== undefined) found = { ...found, page: Number(page) };
      else if (known) found = { ...found, ...known.is };
      else found = { ...found, names: [...found.names, word] };
    }
    if (found.names.length > 2) return { unclear: text.tooMany(found.names.at(-1) ?? '') };
    return { read: found, length: typed.length };
  },
});

const text = {
  tooMany: (word: string): Text => ({
    ja: ja`「${word}」の部分を読み取れませんでした。「/council 引継ぎ 那珂市 介護保険WG」のように、市町と会議体を1つずつご入力ください。`,
    en: en`“${word}” was not understood: name one municipality and one body, as in “/council handover 那珂市 介護保険WG”.`,
  }),
};
