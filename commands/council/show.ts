/** `/council show`: the council's chart today: officers, project team, subcommittees. */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../src/command/subcommand.ts';
import { everySeat } from '../../src/command/who.ts';
import { actingChair, type Chart, councilBody, municipalityOf } from '../../src/domain/council.ts';
import { officersOf, officersOn, termOn } from '../../src/domain/rotation.ts';
import { fiscalYearText } from '../../src/text/dates.ts';
import { facts, rows } from '../../src/text/message.ts';
import { en, ja, listed, same, type Text } from '../../src/text/text.ts';

export const councilShow = subcommand({
  name: 'show',
  alias: ['体制'],
  summary: { ja: ja`協議会の本年度の体制を表示します`, en: en`Show this year's officers and bodies` },
  effect: 'read',
  args: z.object({}),
  examples: [''],
  about: aboutNothing,
  who: everySeat,

  async run(_said, { chart, today, council }, store): Promise<Reply> {
    const year = termOn(chart.rotation, today);
    const officers = officersOn(chart.rotation, today);
    const { chair, viceChairs, office } = officers;
    const was = officersOf(chart.rotation, year).chair;
    const tenures = await store.tenuresOn(today);
    const acting = actingChair(officers, await store.presentAtCouncil(today));
    const names = await store.names(tenures.map((one) => one.person));
    const people = (body: string | undefined, role: string, code: string): Text => {
      const found = tenures.filter(
        (one) => one.seat.body === body && one.seat.role === role && one.municipality === code && !one.deputy,
      );
      return found.length > 0 ? listed(found.map((one) => same(names.get(one.person) ?? ''))) : text.vacant;
    };
    const whole = councilBody(chart)?.slug;
    const team = chart.bodies.find((one) => one.kind === 'projectTeam');
    const holder = (code: string, who: Text): Text => text.holder(chart, code, who);
    return whisper(
      text.title(council.name, fiscalYearText(year)),
      facts(
        [text.chair, chair === undefined ? text.left(was, chart) : holder(chair, people(whole, 'member', chair))],
        ...(acting === undefined
          ? []
          : [[text.acting, holder(acting, people(whole, 'member', acting))] as [Text, Text]]),
        ...viceChairs.map((code): [Text, Text] => [text.viceChair, holder(code, people(whole, 'member', code))]),
        [text.secretariat, holder(office, people(whole, 'information', office))],
        ...(team ? [[text.leader, holder(office, people(team.slug, 'member', office))] as [Text, Text]] : []),
      ),
      rows(
        chart.bodies
          .filter((one) => one.kind === 'subcommittee')
          .map((one) => text.subcommittee(one.name, under(chart, one.slug))),
      ),
      rows(
        next(chart, year).map(([of, code]) => text.turn(fiscalYearText(of), municipalityOf(chart, code)?.name ?? code)),
      ),
    );
  },
});

const under = (chart: Chart, slug: string): readonly string[] =>
  chart.bodies.filter((one) => one.parent === slug).map((one) => one.name);

const next = (chart: Chart, year: number): [number, string][] =>
  [1, 2, 3].map((n) => [year + n, officersOf(chart.rotation, year + n).chair]);

const text = {
  title: (name: string, year: Text): Text => ({ ja: ja`${name}の体制(${year})`, en: en`${name}, ${year}` }),
  chair: { ja: ja`会長`, en: en`Chair` },
  /** The chair's municipality left within its term. */
  left: (code: string, chart: Chart): Text => {
    const name = municipalityOf(chart, code)?.name ?? code;
    return { ja: ja`欠員(${name}は構成団体ではなくなりました)`, en: en`vacant (${name} is no longer a member)` };
  },
  acting: { ja: ja`職務代理者`, en: en`Acting for the chair` },
  viceChair: { ja: ja`副会長`, en: en`Vice chair` },
  secretariat: { ja: ja`事務局`, en: en`Secretariat` },
  leader: { ja: ja`プロジェクトチームリーダー`, en: en`Project team leader` },
  vacant: { ja: ja`未定`, en: en`vacant` },
  holder: (chart: Chart, code: string, who: Text): Text => {
    const name = municipalityOf(chart, code)?.name ?? code;
    return { ja: ja`${name} ${who}`, en: en`${name}, ${who}` };
  },
  subcommittee: (name: string, groups: readonly string[]): Text => ({
    ja: ja`• ${name}(${groups.length}WG):${groups.join('、')}`,
    en: en`• ${name} (${groups.length} WGs): ${groups.join(', ')}`,
  }),
  turn: (year: Text, name: string): Text => ({
    ja: ja`${year}の会長市町:${name}(予定)`,
    en: en`Chair in ${year}: ${name} (planned)`,
  }),
} as const;
