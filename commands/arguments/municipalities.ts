/** Municipalities by name, one or several, as people write them: 那珂市, 那珂市・五霞町, 全員. */
import { argument } from '../../src/command/argument.ts';
import { type Chart, type Municipality, membersOn } from '../../src/domain/council.ts';
import type { Day } from '../../src/domain/day.ts';
import { fold } from '../../src/domain/fold.ts';
import { en, ja } from '../../src/text/text.ts';

export type MunicipalitiesSaid = readonly string[] | 'all';

const ALL = /^(?:全員|全団体|全市町村?|すべて|all)(?=\s|$)/iu;
const NAMES = /^[^\s、,・]+[市町村区県](?:[、,・][^\s、,・]+[市町村区県])*(?=\s|$)/u;
const SCOPE = /^(?:対象|範囲|scope)\s?[:：]\s?(?<names>\S+)/iu;

const field = { kind: 'line', placeholder: { ja: ja`那珂市・五霞町`, en: en`那珂市・五霞町` } } as const;

/** Names of municipalities, resolved where the council is known. */
export const municipalityNames = argument<MunicipalitiesSaid>({
  label: { ja: ja`市町`, en: en`municipalities` },
  field,
  read: (line) => {
    const all = ALL.exec(line);
    if (all) return { read: 'all', length: all[0].length };
    const found = NAMES.exec(line);
    return found ? { read: found[0].split(/[、,・]/u), length: found[0].length } : { absent: true };
  },
});

/** 対象:那珂市・五霞町 */
export const scopeNames = argument<readonly string[]>({
  label: { ja: ja`対象:市町`, en: en`scope: municipalities` },
  field,
  read: (line) => {
    const found = SCOPE.exec(line);
    const names = found?.groups?.names;
    return found && names ? { read: names.split(/[、,・]/u), length: found[0].length } : { absent: true };
  },
  called: { by: ['対象', '範囲', 'scope'], itself: true },
  asTyped: (typed) => (/^(?:対象|範囲|scope)/iu.test(typed) ? typed : `対象:${typed}`),
});

/** The members of that day with these names, or the first name that none has. */
export function municipalitiesNamed(
  said: MunicipalitiesSaid,
  chart: Chart,
  on: Day,
): { readonly found: readonly Municipality[] } | { readonly unknown: string } {
  const members = membersOn(chart, on);
  if (said === 'all') return { found: members };
  const found: Municipality[] = [];
  for (const name of said) {
    const one = members.find((each) => fold(each.name) === fold(name) || each.code === name);
    if (!one) return { unknown: name };
    if (!found.includes(one)) found.push(one);
  }
  return { found };
}
