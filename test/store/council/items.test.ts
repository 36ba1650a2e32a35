/** Items and meetings as they are remembered, and what an act leaves behind. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, instant } from '../../../src/domain/day.ts';
import type { CouncilStore, Store } from '../../../src/store/store.ts';
import { NOW, type Remembered, remembered, TODAY } from '../../support/council.ts';
import { sampleCouncil } from '../../support/officeCouncil.ts';

let memory: Remembered;
let store: Store;
let council: CouncilStore;
let person: number;

beforeAll(async () => {
  memory = await remembered(await sampleCouncil());
  store = memory.store;
  council = store.council('ibaraki');
  person = (await council.people())[0] ?? 0;
});
afterAll(() => memory.close());

const MINUTE = 60_000;
const PAGE = { from: 0, size: 100 };
const add = (title: string, days?: number, owner?: string, at = NOW) =>
  store.act('ibaraki', (acting) =>
    acting.items.add({
      body: 'kaigo',
      title,
      due: days === undefined ? undefined : addDays(TODAY, days),
      owner,
      raised: { at, by: person, seat: 'kaigo:lead' },
    }),
  );

describe('Items', () => {
  test('are listed by due day, those without one last, and narrowed to body, owner and what is overdue', async () => {
    await add('あと', 10);
    await add('期限なし');
    await add('超過', -1, 'kaigo:082261');
    await add('本日', 0, 'kaigo:082252');
    const titles = async (filter: Parameters<CouncilStore['items']['list']>[0], page = PAGE) => {
      const { total, items } = await council.items.list(filter, page);
      return [total, ...items.map((one) => one.title)];
    };
    expect(await titles({ status: 'open' })).toEqual([4, '超過', '本日', 'あと', '期限なし']);
    expect(await titles({ status: 'open' }, { from: 1, size: 2 })).toEqual([4, '本日', 'あと']);
    expect(await titles({ status: 'open', owners: ['kaigo:082261', 'juki:082261'] })).toEqual([1, '超過']);
    expect(await titles({ status: 'open', owners: [] })).toEqual([0]);
    expect(await titles({ status: 'open', dueBefore: TODAY })).toEqual([1, '超過']);
    expect(await titles({ status: 'open', body: 'juki' })).toEqual([0]);
    expect((await council.items.open()).map((one) => one.title)).toEqual(['あと', '期限なし', '超過', '本日']);
  });

  test('keep their history, with what stood before and after each step', async () => {
    const { number } = await add('確認');
    const at = instant(NOW + MINUTE);
    const step = { kind: 'done', at, person, seat: 'kaigo:lead' } as const;
    const become = (status: 'open' | 'done') =>
      store.act('ibaraki', async (acting) => {
        const found = await acting.items.locked(number);
        return found && acting.items.change(found.item, { status, due: undefined }, step);
      });
    expect(await become('done')).toMatchObject({ status: 'done', done: { at, by: person }, version: 2 });
    expect(await become('open')).toMatchObject({ status: 'open', done: undefined, version: 3 });
    expect((await council.items.history(number)).map((one) => [one.kind, one.version, one.before, one.after])).toEqual([
      ['added', 1, {}, {}],
      ['done', 2, { status: 'open', due: undefined }, { status: 'done', due: undefined }],
      ['done', 3, { status: 'done', due: undefined }, { status: 'open', due: undefined }],
    ]);
    expect(await council.items.lastTouchedBy(person)).toBe(number);
  });

  test('cannot be owed by a seat that does not exist', async () => {
    await expect(add('x', 1, 'kaigo:999999')).rejects.toThrow();
  });
});

describe('Meetings', () => {
  const call = (days: number, start: number, body = 'kaigo') =>
    store.act('ibaraki', (acting) =>
      acting.meetings.schedule({
        body,
        day: addDays(TODAY, days),
        start,
        end: start + 60,
        place: '那珂市役所',
        agenda: ['要件の確認', '次回の日程'],
        at: NOW,
        by: { person, seat: 'kaigo:lead' },
      }),
    );

  test('keep their number and identity; a cancellation raises the revision', async () => {
    const meeting = await call(11, 840);
    expect(await council.meetings.byNumber(meeting.number)).toEqual(meeting);
    expect(meeting).toMatchObject({
      uid: `M${meeting.number}@ibaraki.renkei.invalid`,
      sequence: 0,
      state: 'scheduled',
    });
    const by = { person: 99_998, seat: 'kaigo:lead' };
    const change = { number: meeting.number, kind: 'cancelled', at: NOW, by } as const;
    const cancelled = await store.act('ibaraki', (acting) => acting.meetings.change(change));
    expect(cancelled).toEqual({ ...meeting, state: 'cancelled', sequence: 1 });
    expect((await call(11, 840)).number).toBe(meeting.number + 1);
  });

  test('of a day and a body are found, cancelled ones too; those to come are told in their order', async () => {
    const [late, early, elsewhere] = [await call(20, 900), await call(20, 600), await call(19, 600, 'juki')];
    const by = { person: 99_998, seat: 'kaigo:lead' };
    const change = { number: late.number, kind: 'cancelled', at: NOW, by } as const;
    await store.act('ibaraki', (acting) => acting.meetings.change(change));
    expect((await council.meetings.on('kaigo', addDays(TODAY, 20))).map((one) => one.number)).toEqual([
      late.number,
      early.number,
    ]);
    expect((await council.meetings.from(addDays(TODAY, 19))).map((one) => one.number)).toEqual([
      elsewhere.number,
      early.number,
    ]);
    expect(await council.meetings.lastBy(person)).toEqual(elsewhere);
    expect(await council.meetings.lastBy(99_999)).toBeUndefined();
  });
});

describe('What an act leaves behind', () => {
  const audit = (subjects: readonly string[], by = person) =>
    store.act('ibaraki', (acting) =>
      acting.audit.write({
        at: NOW,
        by: { person: by, seat: 'kaigo:lead', municipality: '082261' },
        onBehalf: false,
        act: 'req decide',
        line: '/req decide 1 標準',
        subjects,
      }),
    );

  test('an act came in between where the person acted, or anyone on the same subject', async () => {
    const other = (await council.people())[1] ?? 0;
    const entry = await audit(['requirement:1', 'decision:1']);
    const since = (who: number) => council.audit.actedSince(entry, who);
    expect([await since(person), await since(other)]).toEqual([false, false]);
    await audit(['requirement:2'], other);
    expect([await since(person), await since(other)]).toEqual([false, true]);
    await audit(['requirement:1'], other);
    expect(await since(person)).toBe(true);
  });

  test('the same words of the same person in the same channel are found within the time given', async () => {
    const entry = await audit(['requirement:9']);
    const said = { councilId: 'ibaraki', person, channelId: 'C1', line: '/req decide 9 標準' };
    await store.act('ibaraki', async (acting) => {
      await acting.handled.remember({ key: 'k1', ...said, at: NOW, reply: { whisper: 'はい' }, audit: entry });
      await acting.handled.remember({ key: 'k2', ...said, at: instant(NOW + MINUTE), reply: {}, audit: undefined });
    });
    await store.act('ibaraki', async ({ handled }) => {
      expect(await handled.byKey('k1')).toMatchObject({ ...said, reply: { whisper: 'はい' }, audit: entry });
      expect(await handled.byKey('k3')).toBeUndefined();
      expect(await handled.same(said, NOW)).toMatchObject({ key: 'k1' });
      expect(await handled.same(said, instant(NOW + 1))).toBeUndefined();
      for (const other of [
        { person: person + 1 },
        { channelId: 'C2' },
        { line: '/req decide 9 標準 ' },
        { councilId: 'x' },
      ])
        expect(await handled.same({ ...said, ...other }, NOW)).toBeUndefined();
    });
  });
});
