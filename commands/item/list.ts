/**
 * `/item list`: the body's open items, mine, the overdue ones, or all, also of one system; by due day, a page at a time. What the
 * week's overview counts as without an owner or stale is listed just so.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { type About, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import type { Body, BusinessSystem, Municipality, Tenure } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { fold } from '../../src/domain/fold.ts';
import { overviewOf } from '../../src/domain/overview.ts';
import type { ItemFilter } from '../../src/store/council/items.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { note, rows } from '../../src/text/message.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import { listFilter } from '../arguments/filter.ts';
import { fromOf, PAGE, paging } from '../paging.ts';
import { bodyHere, bodyMeant, isNameOf, systemsNamed } from '../subjects/bodies.ts';
import { before, readsFrom } from '../subjects/past.ts';
import { owingText, text as phrases, statusText } from './text.ts';

type Which = 'mine' | 'open' | 'overdue' | 'all' | 'doing' | 'awaiting' | 'hold' | 'done' | 'high' | Looked;
/** Found as the week's overview does. */
type Looked = 'ownerless' | 'stale';

const filter = listFilter<Which>({
  label: {
    ja: ja`自分・期限超過・担当者未定・すべて、WG・市町名、p2`,
    en: en`mine, overdue, ownerless or all; body or municipality; p2`,
  },
  states: [
    { value: 'mine', words: ['自分', '私', '自分の', 'マイ'] },
    { value: 'open', words: ['未完了', '未了'] },
    { value: 'overdue', words: ['期限超過', '超過', '遅れ', '期限切れ'] },
    { value: 'all', words: ['すべて', '全て', '全部', '全件'] },
    { value: 'doing', words: ['対応中'] },
    { value: 'awaiting', words: ['確認待ち'] },
    { value: 'hold', words: ['保留'] },
    { value: 'done', words: ['完了'] },
    { value: 'high', words: ['優先', '優先度高', '高'] },
    { value: 'ownerless', words: ['担当者未定', '担当未定', '担当なし', '担当者なし', '担当無し', '未割当'] },
    { value: 'stale', words: ['動きなし', '30日以上動きなし', '更新なし', '滞留', '停滞', '放置'] },
  ],
});

interface Of {
  readonly body?: Body | undefined;
  readonly system?: BusinessSystem | undefined;
  /** Whose seats owe them. */
  readonly town?: Municipality | undefined;
}

export const itemList = subcommand({
  name: 'list',
  alias: ['一覧', '課題一覧', '宿題一覧'],
  summary: { ja: ja`課題の一覧を表示します`, en: en`List open items` },
  effect: 'read',
  args: z.object({ filter: filter.optional() }),
  examples: ['', '自分', '期限超過', '担当者未定', 'すべて 介護保険 p2', '五霞町', '児童手当'],

  async about(said, scene): Promise<About<Of>> {
    const { name, state } = said.filter ?? {};
    const town =
      name === undefined ? undefined : scene.chart.municipalities.find((one) => fold(one.name) === fold(name));
    if (name === undefined || town) {
      const here = bodyHere(scene);
      return { subject: { body: 'subject' in here && state !== 'mine' ? here.subject : undefined, town } };
    }
    const [system, ...others] = systemsNamed(name, scene.chart);
    const meant = bodyMeant(name, scene);
    if ('refused' in meant) return meant;
    // A body with several systems; where the name is the body's own, the body is meant.
    const only = system && others.length === 0 && !isNameOf(name, meant.subject) ? system : undefined;
    return { subject: { body: meant.subject, system: only } };
  },

  who: everySeat,

  async run(said, scene, store): Promise<Reply> {
    const { subject, roles, chart, today } = scene;
    const { body, system, town } = subject;
    const { state = 'open', page } = said.filter ?? {};
    const since = await readsFrom(scene, store);
    const mine = state === 'mine' ? roles.map((role) => role.seat) : undefined;
    const tenures = await store.tenuresOn(today);
    const theirs = town && (await store.seats.all()).filter((one) => one.municipality === town.code);
    const { total, items } = await store.items.list(
      {
        status: STATUS[state] ?? 'open',
        priority: state === 'high' ? 'high' : undefined,
        body: body?.slug,
        system: system && { slug: system.slug, names: [system.name, ...system.aliases] },
        owners: mine ?? theirs?.map((one) => one.id),
        dueBefore: state === 'overdue' ? today : undefined,
        numbers: state === 'ownerless' || state === 'stale' ? await looked(state, tenures, today, store) : undefined,
        since,
      },
      { from: fromOf(page), size: PAGE },
    );
    const names = await store.names(tenures.map((one) => one.person));
    const line = ['/item list', state, town?.name ?? system?.slug ?? body?.slug ?? '']
      .filter((one) => one !== '')
      .join(' ');
    return whisper(
      text.title(text.of(body, town?.name ?? system?.name), text.state[state], total),
      ...(items.length > 0
        ? [rows(items.map((one) => phrases.row(one, owingText(one, chart, tenures, names), today)))]
        : []),
      ...(since !== undefined && CLOSED_TOO.has(state) ? [note(before(since))] : []),
      ...paging(total, page, line),
    );
  },
});

async function looked(
  kind: Looked,
  tenures: readonly Tenure[],
  today: Day,
  store: CouncilStore,
): Promise<readonly number[]> {
  const [open, touched] = await Promise.all([store.items.open(), store.items.lastTouched()]);
  const live = new Set(tenures.map((one) => one.seat.id));
  return (overviewOf(open, { today, live, touched })?.[kind] ?? []).map((one) => one.number);
}

/** Statuses by their words; what is not here is among the open ones. */
const STATUS: Partial<Record<Which, ItemFilter['status']>> = {
  all: 'all',
  doing: 'doing',
  awaiting: 'awaiting',
  hold: 'hold',
  done: 'done',
};

/** Which lists hold what is closed. */
const CLOSED_TOO: ReadonlySet<Which> = new Set(['all', 'done']);

const text = {
  /** 介護保険WG 五霞町, 全会議体 五霞町 */
  of: (body: Body | undefined, more: string | undefined): Text => {
    const where = body ? same(body.name) : text.everywhere;
    return more === undefined ? where : { ja: ja`${where} ${more}`, en: en`${where}, ${more}` };
  },
  everywhere: { ja: ja`全会議体`, en: en`all bodies` },
  state: {
    mine: { ja: ja`自分の担当`, en: en`mine` },
    open: { ja: ja`未完了`, en: en`open` },
    overdue: { ja: ja`期限超過`, en: en`overdue` },
    all: { ja: ja`すべて`, en: en`all` },
    doing: statusText.doing,
    awaiting: statusText.awaiting,
    hold: statusText.hold,
    done: statusText.done,
    high: { ja: ja`優先度 高`, en: en`priority high` },
    ownerless: { ja: ja`担当者未定(期限超過を除く)`, en: en`without an owner, not overdue` },
    stale: { ja: ja`30日以上動きなし(期限超過・保留を除く)`, en: en`nothing done for 30 days, not overdue or on hold` },
  } satisfies Record<Which, Text>,
  title: (of: Text, state: Text, total: number): Text => ({
    ja: ja`課題一覧(${of}、${state}):${total}件`,
    en: en`Items of ${of} (${state}): ${total}`,
  }),
};
