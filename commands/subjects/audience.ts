/** What may be shown where, and to whom: a reply shows only what all who hear it may see. */
import type { Scene } from '../../src/command/scene.ts';

/** Costs and vendors' answers are for the member municipalities; a reply to the asker alone asks for the person only. */
export const maySeeVendorAnswers = ({ roles, chart }: Scene): boolean =>
  roles.some((role) => chart.municipalities.find((one) => one.code === role.municipality)?.kind === 'member');
