/** The chair's municipality that leaves within its term: who acts for it, as it is said before, and on the first day without it. */
import { type Chart, municipalityOf } from '../domain/council.ts';
import { addDays, type Day } from '../domain/day.ts';
import { vacatedBy } from '../domain/rotation.ts';
import { officialDay } from './dates.ts';
import { en, ja, type Text } from './text.ts';

/** Undefined where it is not the chair's, or leaves with the end of its term. */
export function vacancyText(chart: Chart, code: string, gone: Day, today: Day): Text | undefined {
  const vacant = vacatedBy(chart.rotation, code, gone);
  if (!vacant) return undefined;
  const name = (of: string): string => municipalityOf(chart, of)?.name ?? of;
  const acts = name(vacant.acts);
  const next = officialDay(addDays(vacant.until, 1));
  const leaves = gone <= today ? '脱退した' : '脱退する';
  return {
    ja: ja`会長市町の${name(code)}が任期の途中で${leaves}ため、${officialDay(gone)}から次の任期の前日まで、副会長の${acts}が会長の職務を代理します。事務局とプロジェクトチームリーダーも${acts}が担います。次の任期は${next}からです。`,
    en: en`${name(code)} holds the chair and leaves within its term: from ${officialDay(gone)} until the next term (${next}) the vice chair ${acts} acts for it, is the secretariat, and leads the project team.`,
  };
}
