/** Slack's arguments as they come: JSON values, or the strings of a form that hold them. */

export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A string, or '' where there is none. */
export const asText = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

export const asFlag = (value: unknown, otherwise = false): boolean =>
  value === undefined || value === null || value === ''
    ? otherwise
    : value === true || value === 'true' || value === '1';

/** A comma-separated list, or an array. */
export const asList = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(String) : asText(value).split(',')).map((one) => one.trim()).filter(Boolean);

/** A JSON value given as itself or as text; undefined where it is absent, `unreadable` where it is no JSON. */
export function asJson(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? undefined;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return unreadable;
  }
}

export const unreadable = Symbol('no JSON');

/** The objects of an array; undefined where the value is absent or something else. */
export function asObjects(value: unknown): Json[] | undefined {
  const parsed = asJson(value);
  return Array.isArray(parsed) && parsed.every(isJson) ? parsed : undefined;
}

/** `items` from the cursor on, at most `limit` of them, and the cursor of what follows. */
export function paged<T>(items: readonly T[], cursor: string, limit: number): { page: T[]; next: string } | undefined {
  const from = cursor
    ? Number(
        Buffer.from(cursor, 'base64')
          .toString()
          .replace(/^from:/, ''),
      )
    : 0;
  if (!Number.isInteger(from) || from < 0) return undefined;
  const to = from + limit;
  return { page: items.slice(from, to), next: to < items.length ? Buffer.from(`from:${to}`).toString('base64') : '' };
}
