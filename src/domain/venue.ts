/** 会場輪番: whose turn it is to host a body's meeting. */

/** The venue after the last one of the list that was used; the first where none was. */
export function nextVenue(venues: readonly string[], last: string | undefined): string | undefined {
  const at = last === undefined ? -1 : venues.findIndex((one) => last === one || last.startsWith(one));
  return venues[(at + 1) % Math.max(venues.length, 1)];
}

/** 那珂市役所, 五霞町役場 */
export const townHall = (municipality: string): string =>
  `${municipality}${municipality.endsWith('市') ? '役所' : '役場'}`;
