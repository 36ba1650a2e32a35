/**
 * Circulations whose deadline is over: every hour of a business day their end is recorded, and told.
 *
 * How one stands is known without this from the clock; here it gets its decision, and who may go on with it is asked.
 */
import type { OfficeCalendar } from '../domain/businessDay.ts';
import type { Circulation } from '../domain/circulation.ts';
import { actingOn, bodyOf, type Chart, leads, type Role, rolesOn } from '../domain/council.ts';
import { type Day, dayAt, type Instant, instant } from '../domain/day.ts';
import { groups } from '../domain/groups.ts';
import type { Carried, Job } from '../job/job.ts';
import { settlingJob } from '../job/settling.ts';
import type { CouncilStore } from '../store/store.ts';
import { buttons } from '../text/message.ts';
import type { Post } from '../text/post.ts';
import { en, ja, type Text } from '../text/text.ts';

/** An end is told for so long, should an outage over the longest holidays have kept it; each is told once, to each. */
const TOLD_FOR = 21 * 24 * 60 * 60_000;

export const circulationJob = (calendarOn: (day: Day) => OfficeCalendar): Job =>
  settlingJob('circulation', calendarOn, settleAll);

async function settleAll(council: CouncilStore, now: Instant, calendar: OfficeCalendar): Promise<Carried> {
  const posts: Post[] = [];
  const refresh: string[] = [];
  const open = (await council.circulations.unended()).map((one) => one.number);
  await council.circulations.lock(open);
  for (const number of open) {
    // Read again: it may have ended while the lock was waited for.
    const circulation = await council.circulations.byNumber(number);
    const settled = circulation && (await council.circulations.settle(circulation, now, calendar));
    // Past its day one may be open for a hold: who is silent agrees by now, and the message says so.
    if (circulation && !settled && circulation.deadline < dayAt(now)) refresh.push(`circulation:${number}`);
    if (!circulation || !settled) continue;
    refresh.push(`circulation:${number}`);
    const { decision } = settled;
    if (decision?.basis.kind === 'circulation')
      posts.push({ kind: 'surface', to: { body: circulation.body }, surface: `decision:${decision.id}` });
    else if (decision) refresh.push(`decision:${decision.id}`);
  }
  const ended = await council.circulations.endedSince(instant(now - TOLD_FOR));
  const failed: Circulation[] = [];
  for (const one of ended)
    if (one.ended?.how === 'notAgreed' && !(await council.circulations.following(one.number))) failed.push(one);
  if (failed.length > 0) posts.push(...(await askedWhatNext(council, failed, dayAt(now))));
  return { posts, refresh };
}

/** Who leads the body (or acts for who does), and the secretariat: each is asked once, by button. */
async function askedWhatNext(council: CouncilStore, failed: readonly Circulation[], today: Day): Promise<Post[]> {
  const [chart, tenures, present] = await Promise.all([
    council.chart(today),
    council.tenuresOn(today),
    council.presentAtCouncil(today),
  ]);
  const acting = actingOn(chart, today, present);
  const people = [...groups(tenures, (one) => one.person)].map(
    ([person, mine]) => [person, rolesOn(mine, chart, today, acting)] as const,
  );
  return failed.flatMap((one) =>
    people
      .filter(([, mine]) => mayGoOn(mine, one, chart))
      .map(
        ([person]): Post => ({
          ...{ kind: 'message', key: `circulation:${one.number}:notAgreed:${person}`, to: { person } },
          message: {
            summary: text.notAgreed(one, bodyOf(chart, one.body)?.name ?? one.body),
            parts: [buttons(...steps(one, chart))],
          },
        }),
      ),
  );
}

const mayGoOn = (mine: readonly Role[], { body }: Circulation, chart: Chart): boolean =>
  mine.some((role) => role.as === 'secretariat' || leads(role, body, chart));

function steps({ number, body }: Circulation, chart: Chart) {
  const above = bodyOf(chart, bodyOf(chart, body)?.parent ?? '');
  return [
    { label: text.again, line: `/req again P${number}` },
    ...(above ? [{ label: text.up(above.name), line: `/req up P${number}` }] : []),
  ];
}

const text = {
  notAgreed: ({ number }: Circulation, body: string): Text => ({
    ja: ja`${body}の持ち回り審議P${number}は、期限までに合意に至りませんでした。継続協議とするか、上位の会議体に諮るかを、お選びください。`,
    en: en`Circulation P${number} of ${body} was not agreed in time. Please choose: discuss it once more, or propose it one rung up.`,
  }),
  again: { ja: ja`継続協議する`, en: en`Discuss it once more` },
  up: (body: string): Text => ({ ja: ja`${body}に諮る`, en: en`Propose it to ${body}` }),
};
