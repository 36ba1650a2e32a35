/**
 * What could go on a body's agenda besides its queue: circulations that met an objection or were not agreed, its open items,
 * what was recorded provisionally, and its open requirements, a system at a time. What stands there already is left out.
 */
import type { Scene } from '../../../src/command/scene.ts';
import type { AgendaEntry } from '../../../src/domain/agenda.ts';
import type { Circulation } from '../../../src/domain/circulation.ts';
import { addDays, instantAt } from '../../../src/domain/day.ts';
import { isLive, isOverdue } from '../../../src/domain/item.ts';
import { spansOf } from '../../../src/domain/requirement.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { en, ja, onOneLine, type Text } from '../../../src/text/text.ts';
import type { NewLine } from '../../arguments/agenda.ts';
import { standingNow } from '../../req/circulation/standing.ts';
import { numbersText } from '../../subjects/requirements.ts';

export interface Proposal {
  readonly title: Text;
  readonly line: NewLine & { readonly minutes: number };
  /** What one types to put it up. */
  readonly typed: string;
}

export interface Proposals {
  readonly proposals: readonly Proposal[];
  /** So many open requirements are proposed by none of them. */
  readonly left: number;
}

/** In minutes. */
const PER_CIRCULATION = 10;
const PER_ITEM = 5;
const PER_REQUIREMENT = 2;
const LONGEST = 30;
/** So many at once are looked at. */
const ITEMS = 5;
const REQUIREMENTS = 10;
const SYSTEMS = 3;
/** In days: what was not agreed longer ago was taken up otherwise. */
const NOT_AGREED = 180;

const NONE = {
  words: '',
  requirements: [],
  outcome: undefined,
  item: undefined,
  circulation: undefined,
  bare: undefined,
};

export async function proposalsFor(body: string, scene: Scene, store: CouncilStore): Promise<Proposals> {
  const standing = (await store.agendas.open(body)).filter((one) => !one.settled);
  const asked = (await store.circulations.unended()).filter((one) => one.body === body);
  const circulations = await circulationsFor(body, asked, standing, scene, store);
  const items = await itemsFor(body, standing, scene, store);
  const requirements = await requirementsFor(
    body,
    new Set(asked.flatMap((one) => one.requirements)),
    standing,
    scene,
    store,
  );
  return { proposals: [...circulations, ...items, ...requirements.proposals], left: requirements.left };
}

async function circulationsFor(
  body: string,
  running: readonly Circulation[],
  standing: readonly AgendaEntry[],
  scene: Scene,
  store: CouncilStore,
): Promise<Proposal[]> {
  const since = instantAt(addDays(scene.today, -NOT_AGREED));
  const found: Proposal[] = [];
  const ended = (await store.circulations.endedSince(since)).filter(
    (one) => one.body === body && one.ended?.how === 'notAgreed',
  );
  for (const one of [...running, ...ended]) {
    if (standing.some((entry) => entry.circulation === one.number)) continue;
    const { standing: how } = await standingNow(one, scene, store);
    const open = one.ended ? !(await store.circulations.following(one.number)) : how.state === 'objected';
    if (!open) continue;
    const title: Text = one.ended
      ? {
          ja: ja`持ち回り審議P${one.number}(要件${numbersText(one.requirements)}・合意に至らず)`,
          en: en`circulation P${one.number} (requirement ${numbersText(one.requirements)}, not agreed)`,
        }
      : {
          ja: ja`持ち回り審議P${one.number}(要件${numbersText(one.requirements)}・異議あり)`,
          en: en`circulation P${one.number} (requirement ${numbersText(one.requirements)}, objected to)`,
        };
    found.push({
      title,
      line: { ...NONE, circulation: one.number, minutes: PER_CIRCULATION },
      typed: `P${one.number} ${PER_CIRCULATION}分`,
    });
  }
  return found;
}

async function itemsFor(
  body: string,
  standing: readonly AgendaEntry[],
  { today }: Scene,
  store: CouncilStore,
): Promise<Proposal[]> {
  const { items } = await store.items.list({ status: 'open', body }, { from: 0, size: 50 });
  return items
    .filter((one) => isLive(one) && !standing.some((entry) => entry.item === one.number))
    .toSorted((a, b) => Number(isOverdue(b, today)) - Number(isOverdue(a, today)))
    .slice(0, ITEMS)
    .map((one) => ({
      title: {
        ja: ja`課題K${one.number} ${onOneLine(one.title)}`,
        en: en`item K${one.number} ${onOneLine(one.title)}`,
      },
      line: { ...NONE, item: one.number, minutes: PER_ITEM },
      typed: `K${one.number} ${PER_ITEM}分`,
    }));
}

/** The provisional ones of a system first, then its open ones; those that a circulation asks about are left to it. */
async function requirementsFor(
  body: string,
  asked: ReadonlySet<number>,
  standing: readonly AgendaEntry[],
  { chart }: Scene,
  store: CouncilStore,
): Promise<Proposals> {
  const taken = new Set([...asked, ...standing.flatMap((one) => one.requirements)]);
  const proposals: Proposal[] = [];
  let left = 0;
  for (const system of chart.systems.filter((one) => one.body === body)) {
    for (const state of ['provisional', 'open'] as const) {
      const page = { from: 0, size: 200 };
      const { total, requirements } = await store.requirements.list({ systems: [system.slug], state }, page);
      const numbers = requirements.map((one) => one.number).filter((one) => !taken.has(one));
      const some = proposals.length < SYSTEMS ? numbers.slice(0, REQUIREMENTS) : [];
      left += state === 'open' ? total - (requirements.length - numbers.length) - some.length : 0;
      if (some.length === 0) continue;
      const minutes = Math.min(some.length * PER_REQUIREMENT, LONGEST);
      const ids = spansOf(some)
        .map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))
        .join(',');
      proposals.push({
        title: titleOf(state, some, system.name),
        line: { ...NONE, requirements: some, minutes },
        typed: `要件${ids} ${minutes}分`,
      });
    }
  }
  return { proposals, left };
}

const titleOf = (state: 'provisional' | 'open', numbers: readonly number[], system: string): Text =>
  state === 'open'
    ? {
        ja: ja`要件${numbersText(numbers)}(${system}・未決)`,
        en: en`requirements ${numbersText(numbers)} (${system}, open)`,
      }
    : {
        ja: ja`要件${numbersText(numbers)}(${system}・仮記録の確認)`,
        en: en`requirements ${numbersText(numbers)} (${system}, provisional)`,
      };
