/** `/council progress`: how far the requirements of each subcommittee and working group are. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../src/command/subcommand.ts';
import { everySeat, roleAs } from '../../src/command/who.ts';
import type { Body } from '../../src/domain/council.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import { totalOf } from '../../src/domain/meetingCounts.ts';
import type { Progress } from '../../src/store/council/requirements.ts';
import { facts, line, rows } from '../../src/text/message.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { countsLabel, countsText, meetingCounts } from '../subjects/meetingCounts.ts';
import { failures, SHOWN } from './undelivered.ts';

export const councilProgress = subcommand({
  name: 'progress',
  alias: ['進捗', '状況'],
  summary: { ja: ja`要件の決定状況と課題の件数を表示します`, en: en`Show how far the decisions are` },
  effect: 'read',
  args: z.object({}),
  examples: [''],
  about: aboutNothing,
  who: everySeat,

  async run(_said, scene, store): Promise<Reply> {
    const { chart, today } = scene;
    // What could not be delivered is the secretariat's to see to.
    const failed = roleAs(scene, 'secretariat') ? await store.undelivered() : [];
    const [progress, open, overdue] = await Promise.all([
      store.requirements.progress(),
      store.items.list({ status: 'open' }, NONE),
      store.items.list({ status: 'open', dueBefore: today }, NONE),
    ]);
    const meetings = await meetingCounts(scene, store);
    const byBody = new Map(progress.map((one) => [one.body, one]));
    const all = sum(progress);
    const withWork = chart.bodies.filter((one) => byBody.has(one.slug));
    const met = chart.bodies.flatMap((one) => {
      const counts = meetings.get(one.slug);
      return counts ? [text.meetings(one, countsText(counts))] : [];
    });
    return whisper(
      text.title(all.decided, all.total),
      facts(
        [text.open, text.number(all.total - all.decided)],
        [text.convenience, text.number(all.convenience)],
        [text.items, text.number(open.total)],
        [text.overdue, text.number(overdue.total)],
        ...(meetings.size === 0
          ? []
          : [[countsLabel(fiscalYearOf(today)), countsText(totalOf([...meetings.values()]))] as [Text, Text]]),
      ),
      ...(failed.length > 0
        ? [line(text.undelivered(failed.length)), rows(await failures(failed.slice(0, SHOWN), chart, today, store))]
        : []),
      rows(withWork.map((body) => text.row(body, byBody.get(body.slug)))),
      ...(met.length === 0 ? [] : [line(text.meetingsTitle), rows(met)]),
    );
  },
});

const NONE = { from: 0, size: 0 } as const;

type Counts = Omit<Progress, 'body'>;

const sum = (list: readonly Counts[]): Counts =>
  list.reduce<Counts>(
    (all, one) => ({
      total: all.total + one.total,
      decided: all.decided + one.decided,
      convenience: all.convenience + one.convenience,
    }),
    { total: 0, decided: 0, convenience: 0 },
  );

const percent = (decided: number, total: number): string =>
  total === 0 ? '—' : `${(Math.floor((decided / total) * 1000) / 10).toFixed(1)}%`;

const text = {
  title: (decided: number, total: number): Text => ({
    ja: ja`要件${grouped(total)}件中${grouped(decided)}件が決定済みです(${percent(decided, total)})。`,
    en: en`${grouped(decided)} of ${grouped(total)} requirements are decided (${percent(decided, total)}).`,
  }),
  open: { ja: ja`未決`, en: en`Open` },
  convenience: { ja: ja`便利機能等`, en: en`Convenience functions` },
  items: { ja: ja`未完了の課題`, en: en`Open items` },
  overdue: { ja: ja`うち期限超過`, en: en`of them overdue` },
  undelivered: (n: number): Text => ({
    ja: ja`お届けできなかったお知らせが${n}件あります(新しい順に${Math.min(n, SHOWN)}件を表示)。宛先と、チャンネルの状態をご確認ください。`,
    en: en`${n} messages could not be delivered (the newest ${Math.min(n, SHOWN)} are shown). Please check where they should have gone.`,
  }),
  meetingsTitle: { ja: ja`会議体ごとの会議`, en: en`Meetings of each body` },
  meetings: (body: Body, counts: Text): Text => ({
    ja: ja`• ${body.name} ${counts}`,
    en: en`• ${body.name}: ${counts}`,
  }),
  number: (n: number): Text => ({ ja: ja`${grouped(n)}件`, en: en`${grouped(n)}` }),
  row: (body: Body, counts: Counts | undefined): Text => {
    const { decided = 0, total = 0 } = counts ?? {};
    return {
      ja: ja`• ${body.name} ${decided}/${total}(${percent(decided, total)})`,
      en: en`• ${body.name} ${decided}/${total} (${percent(decided, total)})`,
    };
  },
} as const;
