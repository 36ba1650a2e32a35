/**
 * Attendance that is noted once the meeting is closed: until its minutes are confirmed. What was decided keeps the count with
 * which it was recorded; where nothing would carry it any more, nothing is noted, and that is said.
 */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { isProvisional } from '../../src/domain/requirement.ts';
import type { Attendance } from '../../src/domain/rule.ts';
import { minutesNow } from '../../src/minutes/standing.ts';
import type { DecisionWithLines } from '../../src/store/council/decisionRows.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { line, note } from '../../src/text/message.ts';
import { en, ja, listed, type Text } from '../../src/text/text.ts';
import { LEVEL } from '../req/approvalText.ts';
import { decisionNameText } from '../req/text.ts';
import { countedIn } from '../subjects/sittings.ts';
import { type By, draftMinutes } from './minutes/writing.ts';
import { sittingName } from './sittingText.ts';

interface Noting {
  readonly bodies: readonly string[];
  readonly attendance: Attendance;
}

/** Why it is not noted so; the meeting's bodies are locked, and with them what is decided in it. */
export async function lateRefusal(
  meeting: Meeting,
  { bodies, attendance }: Noting,
  scene: Scene,
  store: CouncilStore,
): Promise<Reply | undefined> {
  const stood = await minutesNow(meeting, scene, store);
  if (stood?.standing.state === 'confirmed') return whisper(text.confirmed(meeting));
  for (const body of bodies) {
    const [before, after] = await Promise.all([
      countedIn(meeting, body, scene, store),
      countedIn(meeting, body, scene, store, attendance),
    ]);
    if (!before.met || after.met) continue;
    const approvals = await store.approvals.ofMeeting(meeting.number);
    const resting = [
      ...(await decidedIn(meeting, store)).filter((one) => one.body === body).map(decisionNameText),
      ...approvals.filter((one) => one.body === body).map((one) => text.approval(one.id, LEVEL[one.level])),
    ];
    if (resting.length > 0) return whisper(text.carries(listed(resting), after.needed), line(text.instead(meeting)));
  }
  return undefined;
}

/** The minutes are drafted anew with it, and what was decided stays as it was recorded. */
export async function notedLate(meeting: Meeting, scene: Scene, by: By, store: CouncilStore): Promise<Reply> {
  const minutes = await draftMinutes(meeting, scene, by, store);
  const decided = await decidedIn(meeting, store);
  const provisional = (await store.minutes.decisions(meeting)).map((one) => one.decision).filter(isProvisional);
  return {
    ...whisper(
      text.noted(meeting, minutes !== undefined),
      ...(decided.length > 0 ? [note(text.kept)] : []),
      ...(provisional.length > 0 ? [note(text.stillProvisional(listed(provisional.map(decisionNameText))))] : []),
    ),
    ...(minutes && { posts: minutes.posts }),
    refresh: [`meeting:${meeting.number}`, ...(minutes?.refresh ?? [])],
    done: [`meeting:${meeting.number}`, ...(minutes?.done ?? [])],
  };
}

/** What stands on the meeting's quorum. */
const decidedIn = async ({ number }: Meeting, store: CouncilStore): Promise<DecisionWithLines[]> =>
  (await store.decisions.ofMeeting(number)).filter(
    ({ basis, cancelledAt }) => basis.kind === 'meeting' && cancelledAt === undefined,
  );

const text = {
  confirmed: (meeting: Meeting): Text => ({
    ja: ja`${sittingName(meeting)}は議事録が確定しているため、出欠は変更できません。誤りがある場合は、座長または事務局が「/wg 議事録訂正 M${meeting.number} 出席」で訂正します。`,
    en: en`The minutes of the ${sittingName(meeting)} are confirmed, and with them who was there. What is wrong is corrected by its lead or the secretariat: “/wg amend M${meeting.number} present”.`,
  }),
  approval: (id: number, level: Text): Text => ({ ja: ja`${level}(承認${id})`, en: en`approval ${id}` }),
  carries: (what: Text, needed: number): Text => ({
    ja: ja`この出欠では定足数(${needed}団体)に達しなくなり、会議による${what}の根拠が変わります。そのため、記録していません。`,
    en: en`With this there would have been no quorum (${needed}) for what rests on the meeting: ${what}. Nothing was noted.`,
  }),
  instead: (meeting: Meeting): Text => ({
    ja: ja`実際に欠席された場合は、座長または事務局へご相談ください。「/req 再検討」で決定を戻すか、「/wg 議事録訂正 M${meeting.number} 出席」で経緯を残せます。`,
    en: en`If it was so, please ask the lead or the secretariat: “/req reopen” takes up what was decided again, “/wg amend M${meeting.number} present” tells it in the minutes.`,
  }),
  noted: (meeting: Meeting, redrafted: boolean): Text => ({
    ja: ja`${sittingName(meeting)}の出欠を記録しました。${redrafted ? '議事録(案)も改めています。' : ''}`,
    en: en`Noted for the ${sittingName(meeting)}${redrafted ? ', and the minutes are drafted anew' : ''}.`,
  }),
  kept: {
    ja: ja`決定に記録した出席団体数は、決定時のまま変わりません。`,
    en: en`What was decided keeps the count with which it was recorded.`,
  },
  stillProvisional: (names: Text): Text => ({
    ja: ja`${names}は仮記録のままです。議事録の確認で確定します。`,
    en: en`Still provisional, until the minutes are confirmed: ${names}.`,
  }),
} as const;
