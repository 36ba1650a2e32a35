/** The council's side of the comparison: what each body should have in Slack, and who belongs where today. */
import { createHash } from 'node:crypto';
import type { Scene } from '../../../src/command/scene.ts';
import { leadLabel } from '../../../src/command/who.ts';
import { type Body, councilBody, municipalityOf, rolesOn, type Tenure } from '../../../src/domain/council.ts';
import { groups } from '../../../src/domain/groups.ts';
import { officersOn } from '../../../src/domain/rotation.ts';
import type { Bookmark, CouncilSide, WantedBody } from '../../../src/domain/sync/sides.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { en, ja, plain, same, type Text } from '../../../src/text/text.ts';

type Here = Pick<Scene, 'chart' | 'today' | 'place' | 'council'>;

export async function councilSide(scene: Here, store: CouncilStore): Promise<CouncilSide> {
  const { chart, today, place } = scene;
  const [tenures, ended, mapped, grouped, accounts, elsewhere] = await Promise.all([
    store.tenuresOn(today),
    store.syncs.ended(today),
    store.channels.all(),
    store.syncs.groups(place.teamId),
    store.syncs.accounts(place.teamId, today),
    store.syncs.elsewhere(place.teamId, today),
  ]);
  const names = await store.names(tenures.map((one) => one.person));
  const bodies: WantedBody[] = [];
  for (const body of chart.bodies) {
    const wantsGroup = (await store.setting('userGroups', today, body.slug)) !== false;
    bodies.push({
      body: body.slug,
      channelName: channelNameOf(body),
      topic: plain(topicOf(body, tenures, names, scene)[scene.council.language]),
      bookmarks: ((await store.setting('bookmarks', today, body.slug)) ?? []) as readonly Bookmark[],
      group: wantsGroup ? { handle: body.slug, name: body.name } : undefined,
    });
  }
  return {
    chart,
    today,
    tenures,
    ended,
    bodies,
    mapped: mapped.filter((one) => one.teamId === place.teamId),
    groups: grouped,
    accounts,
    elsewhere,
  };
}

/** What must not have changed between the comparison and the deed. */
export const fingerprint = ({ today, tenures, mapped, groups: own, accounts }: CouncilSide): string =>
  createHash('sha256')
    .update(JSON.stringify([today, tenures, mapped, [...own], [...accounts]]))
    .digest('hex');

/** 介護保険WG → wg-介護保険, 福祉業務部会 → 部会-福祉業務: lower case, without spaces, at most 80 characters. */
export function channelNameOf({ kind, name }: Pick<Body, 'kind' | 'name'>): string {
  const plainName = name.normalize('NFKC').toLowerCase();
  const stem = plainName.replace(/\s*(?:wg|分科会|専門部会|部会)$/u, '');
  const prefix = kind === 'workingGroup' ? 'wg-' : kind === 'subcommittee' ? '部会-' : '';
  const whole = kind === 'council' ? '協議会' : `${prefix}${prefix === '' ? plainName : stem}`;
  return whole.replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{N}_-]+/gu, '-').slice(0, 80);
}

/** The longest that Slack takes. */
const TOPIC = 250;

/** 介護保険WG 座長:和田 幸子(那珂市)、事務局:那珂市 */
function topicOf(
  body: Body,
  tenures: readonly Tenure[],
  names: ReadonlyMap<number, string>,
  { chart, today }: Here,
): Text {
  const { chair, office: runs } = officersOn(chart.rotation, today);
  const place = (code: string): string => municipalityOf(chart, code)?.name ?? code;
  const office = text.office(place(runs));
  if (body.slug === councilBody(chart)?.slug)
    return short(text.council(body.name, chair === undefined ? text.acting(place(runs)) : same(place(chair)), office));
  const leads = [...groups(tenures, (one) => one.person)].filter(([, mine]) =>
    rolesOn(mine, chart, today).some(
      ({ as, body: of, deputy }) =>
        !deputy && of === body.slug && (as === 'lead' || (as === 'projectTeamLeader' && body.kind === 'projectTeam')),
    ),
  );
  const [lead] = leads;
  const held = lead?.[1].find((one) => one.seat.body === body.slug);
  const who = lead && held ? text.who(names.get(lead[0]) ?? '', place(held.municipality)) : text.vacant;
  return short(text.body(body.name, leadLabel(chart, body.slug), who, office));
}

const short = (topic: Text): Text => ({
  ja: ja`${plain(topic.ja).slice(0, TOPIC)}`,
  en: en`${plain(topic.en).slice(0, TOPIC)}`,
});

const text = {
  office: (name: string): Text => ({ ja: ja`事務局:${name}`, en: en`Secretariat: ${name}` }),
  acting: (name: string): Text => ({ ja: ja`欠員(職務代理:${name})`, en: en`vacant (acting: ${name})` }),
  council: (name: string, chair: Text, office: Text): Text => ({
    ja: ja`${name} 会長:${chair}、${office}`,
    en: en`${name}. Chair: ${chair}. ${office}`,
  }),
  who: (name: string, of: string): Text => ({ ja: ja`${name}(${of})`, en: en`${name} (${of})` }),
  vacant: { ja: ja`未定`, en: en`vacant` },
  body: (name: string, label: Text, who: Text, office: Text): Text => ({
    ja: ja`${name} ${label}:${who}、${office}`,
    en: en`${name}. Lead: ${who}. ${office}`,
  }),
} as const;
