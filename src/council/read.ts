/** From the plain value that stands in a file to a council, or to everything that is wrong with it. Pure. */
import type { z } from 'zod';
import { nearest } from '../domain/nearest.ts';
import type { Text } from '../text/text.ts';
import { canonical } from './canonical.ts';
import type { Finding, Path } from './problem.ts';
import { type Placed, references } from './references.ts';
import { type CouncilFile, keysWithin, lists, parts, sections, settingKeys } from './shape.ts';
import { text } from './text.ts';

export function readCouncil(
  raw: unknown,
): { readonly council: CouncilFile } | { readonly findings: readonly Finding[] } {
  if (!isRecord(raw)) return { findings: [{ path: [], expected: text.expected('map') }] };

  const findings: Finding[] = strangers(Object.keys(raw), sections).map(({ key, expected }) => ({
    path: [key],
    atKey: true,
    expected,
  }));

  function checked<T>(schema: z.ZodType<T>, path: Path): T | undefined {
    const result = schema.safeParse(valueAt(raw, path));
    if (result.success) return result.data;
    findings.push(...result.error.issues.flatMap((issue) => findingsOf(issue, path, raw)));
    return undefined;
  }
  function each<T>(section: keyof typeof lists, schema: z.ZodType<T>): Placed<T>[] {
    const items = valueAt(raw, [section]) ?? [];
    if (!Array.isArray(items)) {
      findings.push({ path: [section], expected: text.expected('list') });
      return [];
    }
    return items.flatMap((_, i) => {
      const path = [section, i];
      const value = checked(schema, path);
      return value === undefined ? [] : [{ path, value }];
    });
  }

  const council = checked(parts.council, ['council']);
  const rotation = checked(parts.rotation, ['rotation']);
  const placed = {
    bases: each('bases', lists.bases),
    settings: each('settings', lists.settings),
    municipalities: each('municipalities', lists.municipalities),
    bodies: each('bodies', lists.bodies),
    systems: each('systems', lists.systems),
    vendors: each('vendors', lists.vendors),
    rounds: each('rounds', lists.rounds),
    people: each('people', lists.people),
    channels: each('channels', lists.channels),
  };
  findings.push(...references({ ...placed, rotation, named: (section, key) => namedIn(raw, section, key) }));
  if (findings.length > 0 || !council || !rotation) return { findings };

  const values = <T>(list: readonly Placed<T>[]): T[] => list.map(({ value }) => value);
  return {
    council: canonical({
      council,
      rotation,
      bases: values(placed.bases),
      settings: values(placed.settings),
      municipalities: values(placed.municipalities),
      bodies: values(placed.bodies),
      systems: values(placed.systems),
      vendors: values(placed.vendors),
      rounds: values(placed.rounds),
      people: values(placed.people),
      channels: values(placed.channels),
    }),
  };
}

/** The findings of one of zod's issues; `within` is where the value that was checked stands. */
function findingsOf(issue: z.core.$ZodIssue, within: Path, raw: unknown): Finding[] {
  const path: Path = [...within, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const [section] = path;
  if (issue.code === 'unrecognized_keys') {
    const around = valueAt(raw, path);
    const present = isRecord(around) ? Object.keys(around) : [];
    const known = keysWithin[section as keyof typeof keysWithin].filter((key) => !present.includes(key));
    return strangers(issue.keys, known).map(({ key, expected }) => ({ path: [...path, key], atKey: true, expected }));
  }

  const written = valueAt(raw, path);
  const last = path.at(-1);
  if (written === undefined) return [{ path, expected: text.missing(String(last), issue.message) }];
  if (issue.message === 'settingKey' && typeof written === 'string')
    return [{ path, expected: text.unknown('setting', written, nearest(written, settingKeys)) }];
  const shown = typeof written === 'object' ? undefined : String(written);
  return [{ path, expected: shown ? text.expectedInstead(issue.message, shown) : text.expected(issue.message) }];
}

/** The keys that have no place among the known ones, each with the nearest. */
const strangers = (keys: readonly string[], known: readonly string[]): { key: string; expected: Text }[] =>
  keys
    .filter((key) => !known.includes(key))
    .map((key) => ({ key, expected: text.unknownKey(key, nearest(key, known)) }));

/** What the entries of a section are called by one of their keys, whether or not the rest of them is well formed. */
function namedIn(raw: unknown, section: keyof typeof lists, key: string): Set<string> {
  const items = valueAt(raw, [section]);
  const names = Array.isArray(items) ? items.map((item) => valueAt(item, [key])) : [];
  return new Set(names.filter((name) => typeof name === 'string'));
}

const isRecord = (it: unknown): it is Readonly<Record<string, unknown>> =>
  typeof it === 'object' && it !== null && !Array.isArray(it);

const valueAt = (raw: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, step) => {
    if (typeof step === 'number') return Array.isArray(at) ? at[step] : undefined;
    return isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, raw);
