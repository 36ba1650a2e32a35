/**
 * A small language in which Block Kit's table is written: each word is a check of one JSON value that tells what is wrong
 * with it, and where. Lengths are UTF-16 units.
 */

/** One thing that Slack would refuse. */
export interface Problem {
  /** A JSON pointer from the message or the view: `/blocks/3/text/text`. */
  readonly path: string;
  /** What is wrong with the value there. */
  readonly rule: 'length' | 'count' | 'total' | 'missing' | 'kind' | 'duplicate' | 'mismatch';
  /** The limit, or what is allowed there. */
  readonly limit: number | string;
  readonly found: number | string;
}

export type Json = Record<string, unknown>;
export type Tell = (path: string, rule: Problem['rule'], limit: number | string, found: number | string) => void;
export type Check = (value: unknown, path: string, tell: Tell) => void;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** A string of `min` to `max` UTF-16 units. */
export const string =
  (max: number, min = 1): Check =>
  (value, path, tell) => {
    if (typeof value !== 'string') return tell(path, 'kind', 'string', kindOf(value));
    if (value.length < min) tell(path, 'length', min, value.length);
    if (value.length > max) tell(path, 'length', max, value.length);
  };

export const matching =
  (pattern: RegExp): Check =>
  (value, path, tell) => {
    if (typeof value !== 'string' || !pattern.test(value)) tell(path, 'kind', String(pattern), String(value));
  };

export const number =
  (min: number, max: number): Check =>
  (value, path, tell) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return tell(path, 'kind', 'integer', String(value));
    if (value < min) tell(path, 'count', min, value);
    if (value > max) tell(path, 'count', max, value);
  };

export const among =
  (...allowed: string[]): Check =>
  (value, path, tell) => {
    if (!allowed.includes(String(value))) tell(path, 'kind', allowed.join(' | '), String(value));
  };

export const list =
  (min: number, max: number, item: Check): Check =>
  (value, path, tell) => {
    if (!Array.isArray(value)) return tell(path, 'kind', 'array', kindOf(value));
    if (value.length < min) tell(path, 'count', min, value.length);
    if (value.length > max) tell(path, 'count', max, value.length);
    value.forEach((one, i) => {
      item(one, `${path}/${i}`, tell);
    });
  };

/** An object with these parts; a key that ends with `?` may be absent. */
export const shape =
  (parts: Record<string, Check>, ...more: Check[]): Check =>
  (value, path, tell) => {
    if (!isObject(value)) return tell(path, 'kind', 'object', kindOf(value));
    for (const [written, check] of Object.entries(parts)) {
      const key = written.replace('?', '');
      if (value[key] !== undefined) check(value[key], `${path}/${key}`, tell);
      else if (key === written) tell(`${path}/${key}`, 'missing', 'required', 'nothing');
    }
    for (const check of more) check(value, path, tell);
  };

/** An object whose `type` names one of these. */
export const typed =
  (kinds: Record<string, Check>, allowed: readonly string[] = Object.keys(kinds)): Check =>
  (value, path, tell) => {
    if (!isObject(value)) return tell(path, 'kind', 'object', kindOf(value));
    const type = String(value.type);
    const check = allowed.includes(type) ? kinds[type] : undefined;
    if (!check) return tell(`${path}/type`, 'kind', allowed.join(' | '), type);
    check(value, path, tell);
  };

/** At least one of these parts. */
export const either =
  (...keys: string[]): Check =>
  (value, path, tell) => {
    if (!keys.some((key) => (value as Json)[key] !== undefined)) tell(path, 'missing', keys.join(' | '), 'nothing');
  };

export const anything: Check = () => {};
export const plain = (max: number): Check => shape({ type: among('plain_text'), text: string(max) });
export const text = (max: number): Check => shape({ type: among('plain_text', 'mrkdwn'), text: string(max) });

/** All that a check tells. */
export function collect(check: (tell: Tell) => void): Problem[] {
  const problems: Problem[] = [];
  check((path, rule, limit, found) => problems.push({ path, rule, limit, found }));
  return problems;
}
