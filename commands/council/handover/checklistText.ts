/** What is said of the checklist of a handover. */
import type { Chart, Seat } from '../../../src/domain/council.ts';
import { type Day, dayAt } from '../../../src/domain/day.ts';
import type { FiscalYear } from '../../../src/domain/fiscalYear.ts';
import { type Checked, isHandedOver, type Side, type TaskOwner, type Tick } from '../../../src/domain/handover.ts';
import { dayAsOf, fiscalYearText } from '../../../src/text/dates.ts';
import { seatText } from '../../../src/text/seats.ts';
import { en, ja, same, struck, type Text } from '../../../src/text/text.ts';

export const OWNERS: Readonly<Record<TaskOwner, Text>> = {
  chair: { ja: ja`会長`, en: en`chair` },
  secretariat: { ja: ja`事務局`, en: en`secretariat` },
  seat: { ja: ja`各担当`, en: en`each seat` },
};

export const SIDE_NAMES: Readonly<Record<Side, Text>> = {
  given: { ja: ja`引渡し`, en: en`given` },
  received: { ja: ja`受領`, en: en`received` },
};

const mark = (tick: Tick | undefined, today: Day): Text => {
  if (!tick) return { ja: ja`－`, en: en`–` };
  const behalf: Text = tick.onBehalf ? { ja: ja`・代行`, en: en`, on behalf` } : same('');
  return {
    ja: ja`○(${dayAsOf(dayAt(tick.at), today)}${behalf})`,
    en: en`✓ (${dayAsOf(dayAt(tick.at), today)}${behalf})`,
  };
};

export const text = {
  title: (term: FiscalYear, old: Text, now: Text, done: number, of: number): Text => ({
    ja: ja`${fiscalYearText(term)}への引継確認(${old} → ${now}):${of}項目中${done}項目が完了しています。`,
    en: en`Checklist of the handover to ${fiscalYearText(term)} (${old} → ${now}): ${done} of ${of} lines are done.`,
  }),
  ofSeat: (term: FiscalYear, seat: Seat, chart: Chart, done: number, of: number): Text => ({
    ja: ja`${seatText(seat, chart)}の引継確認(${fiscalYearText(term)}へ):${of}項目中${done}項目が完了しています。`,
    en: en`Checklist of ${seatText(seat, chart)} for ${fiscalYearText(term)}: ${done} of ${of} lines are done.`,
  }),
  line: (checked: Checked, today: Day): Text => {
    const { task, given, received } = checked;
    const name = `${task.number} ${task.title}`;
    const shown = isHandedOver(checked) ? struck(same(name)) : same(name);
    const whose: Text =
      task.owner === 'seat' ? same('') : { ja: ja`(${OWNERS[task.owner]})`, en: en` (${OWNERS[task.owner]})` };
    return {
      ja: ja`• ${shown}${whose} 引渡し${mark(given, today)}・受領${mark(received, today)}`,
      en: en`• ${shown}${whose}: given ${mark(given, today)}, received ${mark(received, today)}`,
    };
  },
  seats: (given: number, received: number): Text => ({
    ja: ja`各担当の引継ぎ:引渡しの確認が済んだ担当${given}件、受領の確認が済んだ担当${received}件`,
    en: en`Seats: ${given} have given all, ${received} have received all`,
  }),
  how: {
    ja: ja`引き渡す側・引き受ける側の双方が、ボタン、または「/council 引継済 3」で確認します。取り消すには「/council 引継済取消 3」とご入力ください。`,
    en: en`Both sides tick each line by its button, or by “/council tick 3”; “/council untick 3” takes it back.`,
  },
  button: ({ task }: Checked): Text => same(`${task.number} ${task.title}`),
  undo: { ja: ja`取り消す`, en: en`Undo` },
  ticked: (names: Text, side: Side, how: 'own' | 'onBehalf' | 'acting'): Text => ({
    ja: ja`${names}の${SIDE_NAMES[side]}を確認しました${{ own: '', onBehalf: '(代行)', acting: '(会長職務代理)' }[how]}。`,
    en: en`${names}: ${SIDE_NAMES[side]}${{ own: '', onBehalf: ' (on behalf)', acting: ' (acting for the chair)' }[how]}.`,
  }),
  unticked: (names: Text, side: Side): Text => ({
    ja: ja`${names}の${SIDE_NAMES[side]}の確認を取り消しました。`,
    en: en`${names}: “${SIDE_NAMES[side]}” was taken back.`,
  }),
  already: (names: Text, side: Side): Text => ({
    ja: ja`${names}の${SIDE_NAMES[side]}は、すでに確認済みです。`,
    en: en`${names}: “${SIDE_NAMES[side]}” is ticked already.`,
  }),
  notTicked: (names: Text, side: Side): Text => ({
    ja: ja`${names}の${SIDE_NAMES[side]}は、まだ確認されていません。`,
    en: en`${names}: “${SIDE_NAMES[side]}” is not ticked.`,
  }),
  unknown: (number: number, numbers: readonly number[]): Text => ({
    ja: ja`引継確認に項目${number}はありません。項目は ${numbers.join('、')} です。`,
    en: en`There is no line ${number}. The lines are ${numbers.join(', ')}.`,
  }),
  mixed: {
    ja: ja`会長・事務局の項目と、各担当の項目は、分けてご入力ください。`,
    en: en`Please tick the offices' lines and those of the seats apart.`,
  },
  whichSeat: {
    ja: ja`どの担当の引継ぎかを、「/council 引継済 14 那珂市 介護保険WG」のように続けてご入力ください。`,
    en: en`Please say which seat, as in “/council tick 14 那珂市 介護保険WG”.`,
  },
  officesOnly: (old: Text, now: Text, who: Text): Text => ({
    ja: ja`会長・事務局の引継ぎの確認は、${old}(引渡し)と${now}(受領)の協議会委員・情報主管担当が行えます。会長が不在の間は、会長の項目を職務代理者も確認できます。どちらでもない場合の代行は、${who}が「/council 引継済 3 受領」のように引渡し・受領の別を添えて行えます。`,
    en: en`The offices' lines are ticked by the council members and information sections of ${old} (given) and ${now} (received), the chair's while the chair is away by who acts for the chair; else ${who} ticks on behalf, naming the side, as in “/council tick 3 received”.`,
  }),
  seatOnly: (seat: Text, who: Text): Text => ({
    ja: ja`${seat}の引継ぎの確認は、前任の方(引渡し)と後任の方(受領)が行えます。代行は、${who}が「/council 引継済 14 受領」のように引渡し・受領の別を添えて行えます。`,
    en: en`The lines of ${seat} are ticked by who leaves (given) and who comes (received); else ${who} ticks on behalf, naming the side.`,
  }),
  tasks: (n: number): Text => ({ ja: ja`引継確認の項目は${n}件です。`, en: en`The checklist has ${n} lines.` }),
  task: (number: number, title: string, owner: TaskOwner): Text => ({
    ja: ja`• ${number} ${title}(${OWNERS[owner]})`,
    en: en`• ${number} ${title} (${OWNERS[owner]})`,
  }),
  added: (number: number, title: string, owner: TaskOwner): Text => ({
    ja: ja`引継確認に、項目${number}『${title}』(${OWNERS[owner]})を加えました。`,
    en: en`Line ${number}, “${title}” (${OWNERS[owner]}), was added.`,
  }),
  dropped: (number: number, title: string): Text => ({
    ja: ja`引継確認から、項目${number}『${title}』を外しました。これまでの確認の記録は残ります。`,
    en: en`Line ${number}, “${title}”, was dropped; earlier ticks stay on record.`,
  }),
  renamed: (number: number, old: string, title: string): Text => ({
    ja: ja`引継確認の項目${number}を、『${old}』から『${title}』に変更しました。`,
    en: en`Line ${number} is called “${title}”, no longer “${old}”.`,
  }),
  restored: (number: number, title: string): Text => ({
    ja: ja`引継確認に、項目${number}『${title}』を戻しました。`,
    en: en`Line ${number}, “${title}”, is on the list again.`,
  }),
  needsTitle: {
    ja: ja`「/council 引継項目 追加 事務局 会計帳簿」「/council 引継項目 変更 3 関係先の連絡先」のように、項目の名前をご入力ください。`,
    en: en`Please give a title, as in “/council task add secretariat 会計帳簿” or “/council task rename 3 関係先の連絡先”.`,
  },
  needsNumber: {
    ja: ja`「/council 引継項目 削除 3」のように、項目の番号を1つご入力ください。`,
    en: en`Please give one line number, as in “/council task drop 3”.`,
  },
};
