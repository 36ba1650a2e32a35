/** Instants (milliseconds since 1970) as people read them: in Japan's time, with the weekday. */
const ZONE = 'Asia/Tokyo';
const format = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { timeZone: ZONE, ...options });

/** `2026年6月9日(火)`. */
export const dayOf = (at: number, language: string): string =>
  format(language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }).format(at);

/** `令和8年度`'s era, beside the Western year: `令和8年`. */
export const eraOf = (at: number): string =>
  new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { timeZone: ZONE, era: 'short', year: 'numeric' }).format(at);

/** `09:00`, or `09:00:05`. */
export const timeOf = (at: number, withSeconds = false): string =>
  format('en', { hour: '2-digit', minute: '2-digit', ...(withSeconds ? { second: '2-digit' } : {}) }).format(at);

/** `2026-06-09T09:00`, for an input of date and time. */
export const inputOf = (at: number): string => new Date(at + 9 * 3_600_000).toISOString().slice(0, 16);

/** The instant of such an input; undefined while it is incomplete. */
export function instantOf(input: string): number | undefined {
  const at = Date.parse(`${input}:00+09:00`);
  return Number.isFinite(at) ? at : undefined;
}
