/** The council's file in the database: saved, read back, applied again, and not over what was done since. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compareCouncil } from '../../../src/council/compare.ts';
import { conflicts } from '../../../src/council/conflicts.ts';
import { readCouncilFile } from '../../../src/council/file.ts';
import type { CouncilFile } from '../../../src/council/shape.ts';
import { asSeen, withUnseenEnds } from '../../../src/council/unseen.ts';
import { writeCouncilFile } from '../../../src/council/write.ts';
import { day } from '../../../src/domain/day.ts';
import { ChannelTaken, lastApplied, loadCouncilFile, publishedIn } from '../../../src/store/council/file.ts';
import { AccountTaken } from '../../../src/store/council/people.ts';
import type { Store } from '../../../src/store/store.ts';
import { apply, NOW, type Remembered, remembered, TODAY } from '../../support/council.ts';
import { officeCouncil, sampleCouncil } from '../../support/officeCouncil.ts';

let memory: Remembered;
let store: Store;
let sample: CouncilFile;
let counter = 0;
/** The sample under a name that nobody has, so that each test begins with a council of its own. */
let council: CouncilFile;

beforeAll(async () => {
  sample = await sampleCouncil();
  memory = await remembered();
  store = memory.store;
});
afterAll(() => memory.close());
beforeEach(() => {
  counter += 1;
  council = elsewhere(sample, `council-${counter}`);
});

/** The council once more: other people, in a workspace of their own. */
function elsewhere(file: CouncilFile, slug: string): CouncilFile {
  const team = `T${slug.replace(/\W/gu, '').toUpperCase()}`;
  return {
    ...file,
    council: { ...file.council, slug },
    people: file.people.map((one) => ({ ...one, slack: one.slack.map((account) => ({ ...account, team })) })),
    channels: file.channels.map((one) => ({ ...one, team })),
  };
}

const now = (of = council): Promise<CouncilFile | undefined> => loadCouncilFile(store.client, of.council.slug);
/** The file with this part changed. */
const edited = (change: Partial<CouncilFile>, of = council): CouncilFile => {
  const read = readCouncilFile(writeCouncilFile({ ...of, ...change }));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.council;
};
const personId = async (slug: string, of = council): Promise<number> =>
  (await store.client.councilPerson.findFirstOrThrow({ where: { councilId: of.council.slug, slug } })).personId;

describe('A file that was applied', () => {
  test('is read back as it was, to the letter', async () => {
    await apply(store, council);
    expect(await now()).toEqual(council);
    expect(writeCouncilFile((await now())!)).toBe(writeCouncilFile(council));
  });

  test('with successors, deputies, vacant seats and readers of English, too', async () => {
    const office = elsewhere(await officeCouncil(), council.council.slug);
    await apply(store, edited({}, office));
    expect(await now()).toEqual(edited({}, office));
  });

  test('a second time changes nothing', async () => {
    await apply(store, council);
    const ids = await store.client.councilPerson.findMany({ orderBy: { personId: 'asc' } });
    await apply(store, council);
    expect(await now()).toEqual(council);
    expect(compareCouncil(await now(), council)).toEqual([]);
    expect(await store.client.councilPerson.findMany({ orderBy: { personId: 'asc' } })).toEqual(ids);
    expect(await lastApplied(store.client, council.council.slug)).toEqual(council);
  });

  test('its changes are made, and what it no longer names stays', async () => {
    await apply(store, council);
    const [first, ...others] = council.people;
    if (!first) throw new Error('the sample has people');
    const changed = edited({
      council: { ...council.council, name: '新しい名称', language: 'en' },
      municipalities: council.municipalities.map((one) =>
        one.name === '五霞町' ? { ...one, until: day('2030-03-31') } : one,
      ),
      rotation: { from: 2026, order: ['那珂市', 'かすみがうら市', '常陸大宮市'] },
      settings: council.settings.slice(0, 3).map((one) => ({ ...one, basis: '要綱第99条' })),
      systems: council.systems.map((one) => ({ ...one, aliases: [...one.aliases].reverse() })),
      people: [
        { ...first, name: '改姓 花子', kana: 'カイセイ ハナコ', email: 'hanako@example.jp', language: 'en' as const },
        ...others,
      ],
      channels: council.channels.slice(1),
    });
    await apply(store, changed);
    const after = await now();
    expect(after).toEqual({ ...changed, settings: expect.any(Array), channels: council.channels });
    expect(after?.settings.map(({ basis }) => basis)).toEqual([
      ...changed.settings.map(({ basis }) => basis),
      ...council.settings.slice(3).map(({ basis }) => basis),
    ]);
    expect(compareCouncil(after, changed)).toEqual([]);
  });

  test('a tenure can end, its successor begin, and the end be taken back', async () => {
    await apply(store, council);
    const kaigo = council.bodies.find((one) => one.slug === 'kaigo');
    const [held, ...deputies] = kaigo?.members.五霞町 ?? [];
    if (!kaigo || !held) throw new Error('五霞町 sits in 介護保険WG');
    const successor = { person: 'goka-chiku', from: day('2027-04-01'), deputy: false };
    const succession = [{ ...held, until: day('2027-03-31') }, ...deputies, successor];
    const bodies = council.bodies.map((one) =>
      one === kaigo ? { ...one, members: { ...one.members, 五霞町: succession } } : one,
    );
    await apply(store, edited({ bodies }));
    expect(await now()).toEqual(edited({ bodies }));
    await apply(store, council);
    const after = (await now())?.bodies.find((one) => one.slug === 'kaigo');
    expect(after?.members.五霞町).toEqual([held, ...deputies, successor]);
  });

  test('may list bodies in any order', async () => {
    const backwards = edited({ bodies: council.bodies.toReversed() });
    await apply(store, backwards);
    expect(await now()).toEqual(backwards);
    await apply(store, council);
    expect(await now()).toEqual(council);
  });
});
describe('What a municipality has not published of next year', () => {
  /** 五霞町 prepares a newcomer and a change within its house; 那珂市 a change of its lead. */
  const preparing = (): CouncilFile => {
    const [end, begin] = [day('2027-03-31'), day('2027-04-01')];
    const goes = <Held extends { readonly person: string }>(list: readonly Held[]): Held[] =>
      list.map((one) => ('until' in one ? one : { ...one, until: end }));
    const comes = { person: 'goka-shinnin', from: begin, deputy: false };
    return edited({
      people: [...council.people, { slug: 'goka-shinnin', name: '新任 花子', language: 'ja', slack: [] }],
      bodies: council.bodies.map((body) =>
        body.slug === 'kaigo'
          ? {
              ...body,
              members: { ...body.members, 五霞町: [...goes(body.members.五霞町 ?? []), comes] },
              lead: [...goes(body.lead), { municipality: '那珂市', person: 'naka-nemoto', from: begin }],
            }
          : body,
      ),
    });
  };

  test('is in no file that is written for others, and applying that takes nothing back', async () => {
    await apply(store, preparing());
    const full = (await now()) as CouncilFile;
    const published = await publishedIn(store.client, council.council.slug);
    const written = writeCouncilFile(asSeen(full, published, TODAY));
    expect(written).toBe(writeCouncilFile(council));

    const again = withUnseenEnds(edited({}), full, published, TODAY);
    expect(conflicts((await lastApplied(store.client, council.council.slug)) as CouncilFile, full, again)).toEqual([]);
    expect(compareCouncil(full, again)).toEqual([]);
    await apply(store, again);
    expect(await now()).toEqual(full);
  });

  test('is written municipality by municipality, as each publishes', () => {
    const full = preparing();
    const of = (...codes: string[]) => codes.map((code) => ({ code, year: 2027, on: TODAY }));
    expect(asSeen(full, of('085421', '082261'), TODAY)).toEqual(full);
    const half = writeCouncilFile(asSeen(full, of('082261'), TODAY));
    expect([half.includes('naka-nemoto, from: 2027-04-01'), half.includes('新任 花子')]).toEqual([true, false]);
    // Of whoever leads until then the end is told with the successor, wherever they are from.
    expect('problems' in readCouncilFile(half)).toBe(false);
  });
});

describe('The stages of a joiner', () => {
  const stages = [
    { stage: 'observer' as const, from: day('2026-07-01'), basis: '承認3' },
    { stage: 'applicant' as const, from: day('2026-10-01') },
    { stage: 'adopting' as const, from: day('2027-01-04'), basis: '承認9' },
  ];
  const joiner = { code: '085464', name: '境町', kind: 'interested' as const, from: day('2026-05-01'), stages };

  test('are brought by the file, once, and written as they were', async () => {
    const joined = edited({ municipalities: [...council.municipalities, joiner] });
    await apply(store, joined);
    await apply(store, joined);
    expect(await now()).toEqual(joined);
    expect(writeCouncilFile(joined)).toContain('basis: 承認9');
    const chart = await store.council(council.council.slug).chart(day('2026-10-01'));
    expect(chart.municipalities.find((one) => one.code === joiner.code)?.kind).toBe('applicant');
  });

  test('that were taken in Slack are in the file, with who sits there', async () => {
    await apply(store, council);
    const person = await personId('omiya-okubo');
    await store.act(council.council.slug, async (acting) => {
      const by = { at: NOW, person, seat: 'council:082252:information' };
      const step = { municipality: joiner, amendments: [], basis: undefined, from: day('2026-07-01') };
      await acting.joinings.take({ ...step, stage: 'interested', seats: [] }, by);
      const seat = { id: 'kaigo:085464', body: 'kaigo', role: 'member' as const };
      await acting.joinings.take({ ...step, stage: 'observer', from: day('2026-08-01'), seats: [seat] }, by);
    });
    const file = (await now()) as CouncilFile;
    expect(file.municipalities.find((one) => one.code === joiner.code)).toMatchObject({
      ...{ kind: 'interested', from: '2026-07-01' },
      stages: [
        { stage: 'interested', from: '2026-07-01' },
        { stage: 'observer', from: '2026-08-01' },
      ],
    });
    expect(Object.keys(file.bodies.find((one) => one.slug === 'kaigo')?.members ?? {})).toContain('境町');
    expect(edited({}, file)).toEqual(file);
  });
});

describe('People', () => {
  const PERSON = 'omiya-okubo';
  const only = (file: CouncilFile, slug: string, change: Partial<CouncilFile['people'][number]> = {}): CouncilFile => ({
    council: { slug, name: slug, shortName: slug, language: 'ja' },
    bases: [],
    settings: [],
    municipalities: file.municipalities.filter((one) => one.name === '常陸大宮市'),
    rotation: { from: 2016, order: ['常陸大宮市'] },
    bodies: [
      {
        slug: 'council',
        name: slug,
        kind: 'council',
        lead: [],
        members: { 常陸大宮市: [{ person: PERSON, from: day('2016-04-01'), deputy: false }] },
        information: { 常陸大宮市: [] },
        adviser: {},
      },
    ],
    systems: [],
    vendors: [],
    rounds: [],
    people: file.people.filter((one) => one.slug === PERSON).map((one) => ({ ...one, ...change })),
    channels: [],
  });
  const accountOf = (file: CouncilFile) => {
    const account = file.people.find((one) => one.slug === PERSON)?.slack[0];
    if (!account) throw new Error('has an account');
    return account;
  };
  const whoIs = async (file: CouncilFile, on = TODAY) => {
    const { team, user } = accountOf(file);
    return store.across.identify(team, user, on);
  };

  test('with the same account are one person in all councils', async () => {
    await apply(store, council);
    const second = only(council, `${council.council.slug}-b`);
    await apply(store, second);
    expect(await personId(PERSON, second)).toBe(await personId(PERSON));
    expect(await now()).toEqual(council);
    expect(await now(second)).toEqual(second);
    expect((await whoIs(council))?.councils.map((one) => one.id).sort()).toEqual([
      council.council.slug,
      second.council.slug,
    ]);
  });

  test('without a common account are two, whatever they are called', async () => {
    await apply(store, council);
    const second = only(council, `${council.council.slug}-b`, { slack: [] });
    await apply(store, second);
    expect(await personId(PERSON, second)).not.toBe(await personId(PERSON));
  });

  test('an account that is used anew belongs to its person of the day', async () => {
    const { team, user } = accountOf(council);
    const until = day('2020-03-31');
    const left = edited({
      people: council.people.map((one) =>
        one.slug === PERSON ? { ...one, slack: one.slack.map((account) => ({ ...account, until })) } : one,
      ),
    });
    await apply(store, left);
    const second = only(council, `${council.council.slug}-b`, {
      name: '後任 一郎',
      slack: [{ team, user, from: day('2020-04-01') }],
    });
    await apply(store, second);
    expect((await whoIs(council, until))?.person.id).toBe(await personId(PERSON));
    expect((await whoIs(council, day('2020-04-01')))?.person.id).toBe(await personId(PERSON, second));
    expect(await whoIs(council, day('2016-03-31'))).toBeUndefined();
    expect((await whoIs(council))?.person.name).toBe('後任 一郎');
  });

  test('an account that another has on those days is refused, and nothing is written', async () => {
    await apply(store, council);
    const { team, user } = accountOf(council);
    const second = only(council, `${council.council.slug}-b`, { slack: [{ team, user, from: day('2018-04-01') }] });
    await expect(apply(store, second)).rejects.toThrow(AccountTaken);
    await expect(apply(store, second)).rejects.toMatchObject({
      account: user,
      from: '2016-04-01',
      owner: '大久保 正彦',
    });
    expect(await now(second)).toBeUndefined();
    expect(await now()).toEqual(council);
  });

  test('a council cannot take an account from a person of another', async () => {
    await apply(store, council);
    const second = only(council, `${council.council.slug}-b`, { slack: [] });
    await apply(store, second);
    await expect(apply(store, only(council, second.council.slug))).rejects.toThrow(AccountTaken);
    expect((await whoIs(council))?.person.id).toBe(await personId(PERSON));
  });

  test('accounts exchanged by mistake can be exchanged back', async () => {
    await apply(store, council);
    const [a, b] = council.people.slice(0, 2);
    if (!a || !b) throw new Error('the sample has people');
    const exchanged = edited({
      people: [{ ...a, slack: b.slack }, { ...b, slack: a.slack }, ...council.people.slice(2)],
    });
    await apply(store, exchanged);
    expect(await now()).toEqual(exchanged);
    await apply(store, council);
    expect(await now()).toEqual(council);
  });
});

describe('What was done in Slack since', () => {
  const KAIGO = 'C0WGKAIGO';
  const lost = async (file: CouncilFile): Promise<string[]> => {
    const [applied, present] = [await lastApplied(store.client, council.council.slug), await now()];
    if (!applied || !present) throw new Error('it was applied');
    return conflicts(applied, present, file).map(({ line }) => line.ja);
  };
  const channels = (change: (channel: CouncilFile['channels'][number]) => CouncilFile['channels']): CouncilFile =>
    edited({ channels: council.channels.flatMap(change) });
  const team = () => council.channels[0]?.team ?? '';
  const remap = (body: string) =>
    store.act(council.council.slug, (acting) =>
      acting.channels.map({ teamId: team(), channelId: KAIGO, name: 'wg-介護保険', body, audience: 'internal' }, NOW),
    );

  beforeEach(() => apply(store, council));

  test('nothing: nothing is lost', async () => {
    expect(await lost(council)).toEqual([]);
  });

  test('a channel that shows another body is not turned back by the old file', async () => {
    await remap('juki');
    expect(await lost(council)).toMatchInlineSnapshot(`
      [
        "チャンネル「wg-介護保険」は、前回の反映の後に変更されています。このファイルのまま反映すると、その変更が失われます。",
      ]
    `);
  });

  test('a channel that shows none is not mapped again by the old file', async () => {
    await store.act(council.council.slug, (acting) => acting.channels.unmap(team(), KAIGO));
    expect(await lost(council)).toMatchInlineSnapshot(`
      [
        "チャンネル「wg-介護保険」は、前回の反映の後に変更されています。このファイルのまま反映すると、その変更が失われます。",
      ]
    `);
  });

  test('a file that says the same, or nothing of it, is applied', async () => {
    await remap('juki');
    expect(await lost(channels((one) => (one.id === KAIGO ? [{ ...one, body: 'juki' }] : [one])))).toEqual([]);
    expect(await lost(channels((one) => (one.id === KAIGO ? [] : [one])))).toEqual([]);
    await apply(
      store,
      channels((one) => (one.id === KAIGO ? [] : [one])),
    );
    expect((await now())?.channels.find((one) => one.id === KAIGO)?.body).toBe('juki');
  });

  test('a file that says a third thing is not', async () => {
    await remap('juki');
    expect(await lost(channels((one) => (one.id === KAIGO ? [{ ...one, body: 'nenkin' }] : [one])))).toHaveLength(1);
  });

  test('once a file that says the same was applied, the next may say otherwise', async () => {
    await remap('juki');
    await apply(store, (await now())!);
    expect(await lost(council)).toEqual([]);
    await apply(store, council);
    expect(await now()).toEqual(council);
  });

  test('what the file changes elsewhere is no loss', async () => {
    await remap('juki');
    const file = channels((one) => (one.id === KAIGO ? [{ ...one, body: 'juki' }] : [one]));
    expect(await lost({ ...file, council: { ...file.council, shortName: '協議会' } })).toEqual([]);
  });

  test('a channel of another council is refused, and nothing is written', async () => {
    const other = elsewhere(sample, `${council.council.slug}-b`);
    const [channel] = council.channels;
    if (!channel) throw new Error('the sample has channels');
    await expect(apply(store, { ...other, channels: [...other.channels, channel] })).rejects.toThrow(ChannelTaken);
    expect(await now(other)).toBeUndefined();
    expect(await now()).toEqual(council);
  });
});
