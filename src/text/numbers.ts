/** How counts are worded. */

/** 3,069: by thousands, as offices write counts. Numbers that name something (要件1234) stay as they are. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',');
