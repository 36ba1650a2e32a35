/** The phrases of `/council rotation`. */
import type { Chart, Municipality } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import type { FiscalYear } from '../../src/domain/fiscalYear.ts';
import { firstDayOf } from '../../src/domain/fiscalYear.ts';
import type { OfficersOnDay, Otherwise, Term, TurnChange } from '../../src/domain/rotation.ts';
import type { Count } from '../../src/domain/rule.ts';
import { dayAsOf, fiscalYearText, officialDay } from '../../src/text/dates.ts';
import { en, ja, listed, nothing, same, type Text } from '../../src/text/text.ts';
import type { RotationAct } from '../arguments/rotations.ts';

const nameOf = (chart: Pick<Chart, 'municipalities'>, code: string): string =>
  chart.municipalities.find((one) => one.code === code)?.name ?? code;

/**
 * 令和11年度 → 令和12年度: the years that are no more, and those that came instead; what stays is not said again. A turn may
 * come from beyond the years that are looked at, or go there.
 */
function shift({ before, after }: TurnChange): Text {
  const [gone, came] = [before.filter((one) => !after.includes(one)), after.filter((one) => !before.includes(one))];
  const [none, later]: [Text, Text] = [
    { ja: ja`なし`, en: en`none` },
    { ja: ja`その先`, en: en`later` },
  ];
  const years = (list: readonly FiscalYear[], all: readonly FiscalYear[]): Text =>
    list.length > 0 ? listed(list.map(fiscalYearText)) : all.length > 0 ? later : none;
  const [was, is] = [years(gone, before), years(came, after)];
  return { ja: ja`${was} → ${is}`, en: en`${was} → ${is}` };
}

export const text = {
  title: (terms: number): Text => ({
    ja: ja`会長市町の輪番(${terms}年分)です。`,
    en: en`The rotation of the chair for ${terms} years.`,
  }),
  titleIf: (name: string, from: Day, terms: number): Text => ({
    ja: ja`${name}が${officialDay(from)}に加入した場合の輪番(${terms}年分)です。`,
    en: en`The rotation for ${terms} years if ${name} joined on ${officialDay(from)}.`,
  }),
  /** The officers of the running term are today's: who left meanwhile holds nothing. */
  term: (
    { year, from }: Term,
    chart: Pick<Chart, 'municipalities'>,
    { chair, viceChairs }: Pick<OfficersOnDay, 'chair' | 'viceChairs'>,
  ): Text => {
    const chairs: Text = chair === undefined ? { ja: ja`欠員`, en: en`vacant` } : same(nameOf(chart, chair));
    const vice = listed(
      viceChairs.map((code) => same(nameOf(chart, code))),
      same('・'),
    );
    const begins = from === firstDayOf(year) ? nothing : text.begins(from, firstDayOf(year));
    return {
      ja: ja`• ${fiscalYearText(year)}${begins} 会長:${chairs} 副会長:${vice}`,
      en: en`• ${fiscalYearText(year)}${begins} chair: ${chairs}, vice chairs: ${vice}`,
    };
  },
  begins: (on: Day, first: Day): Text => ({
    ja: ja`(${dayAsOf(on, first)}から)`,
    en: en` (from ${dayAsOf(on, first)})`,
  }),
  termIf: (then: Term, now: Term | undefined, chart: Pick<Chart, 'municipalities'>): Text => {
    const [chair, was] = [nameOf(chart, then.chair), now && nameOf(chart, now.chair)];
    if (was === undefined || was === chair)
      return { ja: ja`• ${fiscalYearText(then.year)} ${chair}`, en: en`• ${fiscalYearText(then.year)} ${chair}` };
    return {
      ja: ja`• ${fiscalYearText(then.year)} ~${was}~ → ${chair}`,
      en: en`• ${fiscalYearText(then.year)} ~${was}~ → ${chair}`,
    };
  },
  basis: {
    ja: ja`副会長は、会長に事故があるときの職務代理の順です。変更は、協議会の承認に基づき事務局が記録します。`,
    en: en`Vice chairs stand in their order of acting. Changes are recorded by the secretariat on the council's approval.`,
  },
  changed: (count: number): Text => ({
    ja: ja`現在の構成団体のうち、順番が変わるのは${count}団体です。`,
    en: en`Of the present members, ${count} would have another turn.`,
  }),
  noEffect: {
    ja: ja`これは試算です。加入が決まるまで、輪番は変わりません。`,
    en: en`This is a calculation. The rotation does not change before the joining is decided.`,
  },
  memberAlready: (name: string): Text => ({
    ja: ja`${name}は、すでに輪番に入っています。「/council 輪番」でご確認いただけます。`,
    en: en`${name} is in the rotation already. See /council rotation.`,
  }),
  adviser: (name: string): Text => ({
    ja: ja`${name}はアドバイザーのため、会長の輪番には入りません。`,
    en: en`${name} is the adviser and has no turn.`,
  }),
  whatOfIt: {
    ja: ja`どのような変更かを読み取れませんでした。変更は「/council 輪番 辞退 五霞町 順番維持 承認3」「/council 輪番 入替え 那珂市・五霞町 承認3」「/council 輪番 延期 五霞町 2年 承認3」のようにご入力ください。加入の試算は「/council 輪番 -- 境町」です。`,
    en: en`What shall change was not understood. Type it like “/council rotation decline 五霞町 keeps 承認3”, “… swap 那珂市・五霞町 承認3”, “… defer 五霞町 2年 承認3”, or “/council rotation -- 境町” for a joiner.`,
  },
  secretariatRecords: (secretariat: Text): Text => ({
    ja: ja`輪番の変更は、協議会の承認に基づき${secretariat}が記録します。お手数ですが、そちらへご依頼ください。`,
    en: en`Changes of the rotation are recorded by ${secretariat} on the council's approval. Please ask them.`,
  }),
  basisNeeded: {
    ja: ja`輪番の変更には、根拠となる協議会の承認・会議・決定の番号が必要です。「承認3」「M12」「決定第12号」のように添えてご入力ください。`,
    en: en`A change of the rotation needs the council's approval, meeting or decision. Add it, as in “承認3”, “M12” or “決定第12号”.`,
  },
  noBasis: (written: string): Text => ({
    ja: ja`「${written}」は、協議会の承認・開催された会議・決定として見つかりませんでした。会議で承認された場合は、その会議の番号を「M12」のようにご入力ください。`,
    en: en`“${written}” was not found as the council's approval, held meeting or decision. If a meeting approved it, please give that meeting's number, as in “M12”.`,
  }),
  noQuorum: (number: number, { present, needed }: Count): Text => ({
    ja: ja`会議M${number}は、定足数に達していないため根拠にできません(出席${present.length}団体、必要${needed}団体)。出欠は会議の当日に限り記録できますので、当日を過ぎている場合は、次の会議の番号、または協議会の承認の番号をご入力ください。`,
    en: en`Meeting M${number} had no quorum (${present.length} there, ${needed} needed) and cannot be the basis. Attendance is noted on the meeting's day alone; after it, please give the next meeting's number or that of an approval.`,
  }),
  noMunicipality: (typed: string, near: string | undefined): Text =>
    near === undefined
      ? {
          ja: ja`「${typed}」は構成団体には見つかりませんでした。「/council 輪番」でご確認いただけます。`,
          en: en`“${typed}” is not a member. See /council rotation.`,
        }
      : {
          ja: ja`「${typed}」は構成団体には見つかりませんでした。『${near}』のことでしょうか。`,
          en: en`“${typed}” is not a member. Did you mean “${near}”?`,
        },
  noTurn: (name: string): Text => ({
    ja: ja`${name}には、これから始まる任期の順番がありません。`,
    en: en`${name} has no turn ahead.`,
  }),
  howMany: (act: RotationAct): Text =>
    act === 'swap'
      ? {
          ja: ja`入れ替える2団体をご入力ください。例:/council 輪番 入替え 那珂市・五霞町 承認3`,
          en: en`Please name the two municipalities, as in “/council rotation swap 那珂市・五霞町 承認3”.`,
        }
      : {
          ja: ja`対象の団体を1つご入力ください。例:/council 輪番 ${act === 'decline' ? '辞退 五霞町 順番維持' : '延期 五霞町 1年'} 承認3`,
          en: en`Please name one municipality, as in “/council rotation ${act} 五霞町 … 承認3”.`,
        },
  keepsOrLoses: (name: string): Text => ({
    ja: ja`辞退した${name}の順番の扱いもご入力ください。「順番維持」は翌年度に務め、「順番放棄」は次の一巡まで務めません。`,
    en: en`Please say whether ${name} keeps its turn for the next term (keeps) or loses it until the next round (loses).`,
  }),
  preview: (
    what: Exclude<Otherwise, { readonly kind: 'succeed' }>,
    meant: readonly { readonly municipality: Municipality; readonly term: Term }[],
    chart: Pick<Chart, 'municipalities'>,
  ): Text => {
    const [first, second] = meant;
    const name = nameOf(chart, what.turn.code);
    const year = first ? fiscalYearText(first.term.year) : nothing;
    if (what.kind === 'swap') {
      const other = nameOf(chart, what.other.code);
      const otherYear = second ? fiscalYearText(second.term.year) : nothing;
      return {
        ja: ja`${name}(${year})と${other}(${otherYear})の会長の順番を入れ替えます。順番が変わるのは次の団体です。`,
        en: en`The turns of ${name} (${year}) and ${other} (${otherYear}) are exchanged. These turns change.`,
      };
    }
    if (what.kind === 'defer')
      return {
        ja: ja`${name}の会長の順番(${year})を${what.by}年延期します。順番が変わるのは次の団体です。`,
        en: en`The turn of ${name} (${year}) is put off by ${what.by}. These turns change.`,
      };
    const kept = what.keeps;
    return {
      ja: ja`${name}が${year}の会長を辞退します(${kept ? '順番は維持し、翌年度に務めます' : '順番は次の一巡まで回りません'})。順番が変わるのは次の団体です。`,
      en: en`${name} declines the chair of ${year} and ${kept ? 'keeps its turn for the next term' : 'has no turn until the next round'}. These turns change.`,
    };
  },
  turnChange: (change: TurnChange, chart: Chart): Text => {
    const name = nameOf(chart, change.code);
    return { ja: ja`• ${name}:${shift(change)}`, en: en`• ${name}: ${shift(change)}` };
  },
  restsOn: (basis: string): Text => ({ ja: ja`根拠:${basis}`, en: en`Basis: ${basis}` }),
  record: { ja: ja`この内容で記録する`, en: en`Record this` },
  nothingChanges: { ja: ja`この内容では、会長の順番は変わりません。`, en: en`No turn would change by this.` },
  changedSince: {
    ja: ja`内容の表示後に輪番が変わりました。お手数ですが、もう一度はじめからご入力ください。`,
    en: en`The rotation changed since this was shown. Please start again.`,
  },
  recorded: (id: number, basis: string): Text => ({
    ja: ja`輪番の変更を記録しました(輪番${id}、根拠:${basis})。`,
    en: en`The change of the rotation was recorded (rotation ${id}, basis: ${basis}).`,
  }),
  toldToThem: {
    ja: ja`順番が変わる団体の会長・副会長と情報主管担当の方にのみ、お知らせします。`,
    en: en`Only those whose turn changes are told.`,
  },
  told: (change: TurnChange, chart: Chart): Text => {
    const name = nameOf(chart, change.code);
    return {
      ja: ja`${name}が会長を務める年度が変わりました(${shift(change)})。ご不明な点は事務局へお問い合わせください。`,
      en: en`The years in which ${name} chairs changed (${shift(change)}). Please ask the secretariat about anything unclear.`,
    };
  },
  undo: { ja: ja`取り消す`, en: en`Undo` },
  undoSure: (id: number): Text => ({
    ja: ja`輪番${id}の変更を取り消します。よろしいですか。`,
    en: en`Take back rotation ${id}?`,
  }),
  noSuch: (id: number): Text => ({
    ja: ja`輪番${id}の記録は見つかりませんでした。`,
    en: en`There is no rotation ${id}.`,
  }),
  undoneBefore: (id: number): Text => ({
    ja: ja`輪番${id}は、すでに取り消されています。`,
    en: en`Rotation ${id} was taken back before.`,
  }),
  begun: (id: number): Text => ({
    ja: ja`輪番${id}による任期がすでに始まっているため、取り消せません。改めて協議会の承認を得て、変更を記録してください。`,
    en: en`A term has begun by rotation ${id}; it cannot be taken back. Please record a new change.`,
  }),
  undone: (id: number): Text => ({
    ja: ja`輪番${id}の変更を取り消し、元の順番に戻しました。`,
    en: en`Rotation ${id} was taken back.`,
  }),
};
