/**
 * The spellings of a word that offices mix: 取り込み, 取込み and 取込 are one. Which compounds leave their okurigana out is
 * what 公用文における漢字使用等について (平成22年内閣訓令第1号) and 送り仮名の付け方 (通則6, 通則7) list; how each may be
 * written follows from its full form.
 */
import { fold } from './fold.ts';
import { groups } from './groups.ts';

/**
 * In full. Kana after a kanji may be left out, at once or from the front (打ち合わせ, 打ち合せ, 打合せ, 打合); those behind | stay, where
 * without them it is another word: 組合, 預金, 貼付.
 */
const COMPOUNDS = `
  明け渡し 預か|り金 宛て先 宛て名 洗い替え 言い渡し 入れ替え 植え付け 受け入れ 受け皿 受け付け 受け取り 受け払い 受け持ち 受け渡し
  打ち合わせ 打ち切り 打ち消し 打ち込み 打ち出し 埋め込み 埋め立て 裏書き 売り上げ 売り出し 売り主 売り場 売り払い 売り渡し 上書き
  追い越し 追い込み 送り仮名 送り先 送り状 贈り物 置き場 折り返し 折り込み
  買い上げ 買い入れ 買い受け 買い換え 買い替え 買い取り 買い主 買い戻し 買い物 書き換え 書き込み 書き出し 格付け 掛け金
  貸し切り 貸し越し 貸し倒れ 貸し出し 貸し付け 肩書き 借り入れ 借り受け 借り換え 刈り取り 期限切れ 期限付き 切り上げ 切り替え
  切り下げ 切り捨て 切り出し 切り取り 切り離し 切り分け 組み合わ|せ 組み入れ 組み替え 組み込み 組み立て 繰り上げ 繰り入れ
  繰り替え 繰り返し 繰り越し 繰り下げ 繰り延べ 繰り戻し 消し込み
  差し押さえ 差し替え 差し込み 差し支え 差し止め 差し引き 差し戻し 仕入れ 下請け 下書き 支払い 絞り込み 締め切り 条件付き 仕分け
  据え置き 据え付け 住み替え 備え付け
  立ち会い 立ち上げ 立ち入り 立ち退き 立て替え 建て替え 但し書き 付き添い 突き合わせ 作り込み 積み卸し 積み替え 積み込み 積み立て
  積み付け 手書き 手続き 問い合わせ 届け出 取り上げ 取り扱い 取り替え 取り決め 取り崩し 取り消し 取り壊し 取り込み 取り下げ
  取り締まり 取り調べ 取り出し 取り立て 取り次ぎ 取り付け 取り外し 取り戻し 取り寄せ
  流し込み 名寄せ 並べ替え 抜き出し 抜き取り 乗り入れ 乗り換え 乗り継ぎ
  話し合い 払い込み 払い下げ 払い出し 払い戻し 払い渡し 貼り付|け 引き上げ 引き当て 引き受け 引き起こし 引き落とし 引き換え
  引き込み 引き下げ 引き締め 引き出し 引き継ぎ 引き取り 引き抜き 引き渡し 日割り 歩留まり 振り替え 振り仮名 振り込み 振り出し
  振り分け 巻き取り 待ち合わせ 見合わ|せ 見込み 見積もり 見習い 申し合わせ 申し入れ 申し送り 申し込み 申し立て 申し出 元請け
  持ち家 持ち帰り 持ち込み 持ち出し 持ち主 持ち回り 戻し入れ 催し物 盛り込み 盛り土
  焼き付け 雇い入れ 雇い主 譲り受け 譲り渡し 呼び込み 呼び出し 読み替え 読み仮名 読み込み 読み出し 読み取り
  割り当て 割り込み 割り付け 割り引き 割り振り 割り増し 割り戻し`;

/** What ends many words: 納付済み, 分割払い, 転入届け, 申告書控え. */
const ENDINGS = '済み 払い 届け 控え';
/** 返済 and 経済 do not end so. */
const NO_ENDING = '(?<=\\p{Script=Han})(?<![経返決救共弁完])';

/** A kanji, and what may stand behind it, the longest first. */
interface Part {
  readonly kanji: string;
  readonly kana: readonly string[];
}

interface Compound {
  readonly parts: readonly Part[];
  /** What stands where it is looked for. */
  readonly found: RegExp;
}

const inParts = (full: string): Part[] =>
  [...full.matchAll(/(\p{Script=Han})([^\p{Script=Han}]*)/gu)].map(([, kanji = '', written = '']) => {
    const [free = '', kept = ''] = written.includes('|') ? written.split('|') : [written];
    return { kanji, kana: Array.from({ length: free.length + 1 }, (_, i) => free.slice(i) + kept) };
  });

const compound =
  (before = '') =>
  (full: string): Compound => {
    const parts = inParts(full);
    const written = parts.map(({ kanji, kana }) => `${kanji}(${kana.join('|')})`).join('');
    return { parts, found: new RegExp(`${before}${written}`, 'uy') };
  };

const listed = (words: string): string[] => words.trim().split(/\s+/u);

const BY_KANJI = groups(
  [...listed(COMPOUNDS).map(compound()), ...listed(ENDINGS).map(compound(NO_ENDING))],
  ({ parts }) => parts[0]?.kanji,
);

/** More than so many are not looked for; what would be too many is left as it was typed. */
const MOST = 12;

/**
 * How a word may be written, folded, as far as finding it needs: what is found wherever another is found, is left out.
 * With 取り込み these are 取込 and 取り込, which find 取込み and 取り込む too.
 */
export function spellingsOf(word: string): string[] {
  const folded = fold(word);
  let spellings = [''];
  let at = 0;
  while (at < folded.length) {
    const here = compoundAt(folded, at);
    const written = here?.written ?? String.fromCodePoint(folded.codePointAt(at) ?? 0);
    const ways = here ? waysOf(here.compound, here.kana, folded.slice(at + written.length)) : [written];
    const each = spellings.length * ways.length <= MOST ? ways : [written];
    spellings = spellings.flatMap((before) => each.map((way) => before + way));
    at += written.length;
  }
  const shortFirst = [...new Set(spellings)].toSorted((a, b) => a.length - b.length);
  return shortFirst.filter((one, i) => !shortFirst.slice(0, i).some((shorter) => one.includes(shorter)));
}

/** The longest one that stands here, with the kana that it is written with. */
function compoundAt(folded: string, at: number) {
  const found = (BY_KANJI.get(folded[at]) ?? []).flatMap((one) => {
    one.found.lastIndex = at;
    const [written, ...kana] = one.found.exec(folded) ?? [];
    return written === undefined ? [] : [{ compound: one, written, kana }];
  });
  return found.toSorted((a, b) => b.written.length - a.written.length)[0];
}

/** After a noun; other kana bend a verb (取り込む, 取込んだ). が may do either: 引継がある, 引き継がれる. */
const PARTICLE = /^[をはがのにとでへもや]/u;
const HIRAGANA = /^\p{Script=Hiragana}/u;

function waysOf({ parts }: Compound, typed: readonly string[], after: string): string[] {
  const bent = HIRAGANA.test(after) && !PARTICLE.test(after);
  const asVerb = after === '' || bent || after.startsWith('が');
  const last = parts.length - 1;
  const written = parts.reduce<(readonly string[])[]>(
    (all, { kana }, i) => {
      const may = i === last && bent ? kana.filter((one) => (one === '') === (typed[i] === '')) : kana;
      return all.flatMap((before) => may.map((one) => [...before, one]));
    },
    [[]],
  );
  // What is inside goes first: no office writes 申し込書. But 申し込 is what 申し込み and 申し込む have in common.
  const insideFirst = (kana: readonly string[]): boolean =>
    kana[last] !== '' ||
    parts[last]?.kana.length === 1 ||
    kana.slice(0, last).every((one, i) => one === parts[i]?.kana.at(-1));
  return written
    .filter((kana) => asVerb || insideFirst(kana) || kana.every((one, i) => one === typed[i]))
    .map((kana) => parts.map(({ kanji }, i) => `${kanji}${kana[i]}`).join(''));
}
