/** What the clock's jobs are called where somebody looks whether they ran. */
import { en, ja, type Text } from './text.ts';

export const JOB_NAMES = {
  digest: { ja: ja`毎朝のお知らせ`, en: en`The daily digest` },
  // What is due on each business day, to find out whether that is the day.
  overview: { ja: ja`週初めの課題の状況(開庁日ごとに確認)`, en: en`The overview of the week (looked at daily)` },
  circulation: { ja: ja`持ち回り審議の締切`, en: en`Deadlines of circulations` },
  minutes: { ja: ja`議事録の確認の締切`, en: en`Deadlines of minutes` },
  succession: { ja: ja`引継ぎのお知らせ(開庁日ごとに確認)`, en: en`Notices of the handover (looked at daily)` },
  handover: { ja: ja`年度初めの体制のお知らせ`, en: en`The announcement of the term` },
  returned: { ja: ja`戻ってきたメールの確認`, en: en`Letters that came back` },
} satisfies Readonly<Record<string, Text>>;

export type JobName = keyof typeof JOB_NAMES;

/** A job that is no more is known by the name it had. */
export const jobText = (name: string, otherwise: Text): Text =>
  name in JOB_NAMES ? JOB_NAMES[name as JobName] : otherwise;
