/** `/req log 令和8年度`: the numbered decisions of a fiscal year (決定第n号), the newest first; what was taken back keeps its number. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import type { Body } from '../../src/domain/council.ts';
import { fiscalYearOf } from '../../src/domain/fiscalYear.ts';
import { isRead } from '../../src/domain/past.ts';
import { fiscalYearText } from '../../src/text/dates.ts';
import { rows } from '../../src/text/message.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { listFilter } from '../arguments/filter.ts';
import { fiscalYear } from '../arguments/numbers.ts';
import { fromOf, PAGE, paging } from '../paging.ts';
import { bodyHere, bodyMeant } from '../subjects/bodies.ts';
import { earlierLeftOut, readsFrom } from '../subjects/past.ts';
import { log as text } from './historyText.ts';

const filter = listFilter<'all'>({
  label: { ja: ja`すべて、WG名、p2`, en: en`all, body, p2` },
  states: [{ value: 'all', words: ['すべて', '全て', '全部', '全体'] }],
});

export const reqLog = subcommand({
  name: 'log',
  alias: ['決定一覧', '決定簿'],
  summary: { ja: ja`年度ごとの決定一覧(決定第n号)を表示します`, en: en`List the numbered decisions of a fiscal year` },
  effect: 'read',
  args: z.object({ year: fiscalYear.optional(), filter: filter.optional() }),
  examples: ['', '令和8年度', '令和8年度 介護保険 p2', 'すべて'],

  async about(said, scene): Promise<About<Body | undefined>> {
    if (said.filter?.name !== undefined) return bodyMeant(said.filter.name, scene);
    const here = bodyHere(scene);
    const wide = said.filter?.state === 'all' || 'refused' in here || here.subject.kind !== 'workingGroup';
    return { subject: wide ? undefined : here.subject };
  },

  who: everySeat,

  async run(said, scene, store): Promise<Reply> {
    const { subject: body, today } = scene;
    const year = said.year ?? fiscalYearOf(today);
    const page = said.filter?.page ?? 1;
    const { total, decisions } = await store.decisions.log(year, body?.slug, { from: fromOf(page), size: PAGE });
    const from = await readsFrom(scene, store);
    const read = decisions.filter((one) => isRead({ kind: 'numbered', ...one }, from));
    const line = ['/req log', `${year}年度`, body?.slug ?? 'all'].join(' ');
    return whisper(
      text.title(fiscalYearText(year), body ? same(body.name) : text.everything, total),
      ...(read.length > 0 ? [rows(read.map((one) => text.row(one, today)))] : []),
      ...earlierLeftOut(decisions.length - read.length, from),
      ...paging(total, page, line),
    );
  },
});
