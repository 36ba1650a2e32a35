/** The terms of the chair as they are remembered, and as they will be once a council's file is applied. */
import type { CouncilFile } from '../../council/shape.ts';
import type { Rotation } from '../../domain/rotation.ts';
import type { Prisma } from '../prisma/client.ts';
import { scoped } from '../scope.ts';
import { municipalitiesOf } from './joinings.ts';
import { membershipsOf, startsIn, turnsOf } from './rotations.ts';

export async function rotationIn(tx: Prisma.TransactionClient, councilId: string): Promise<Rotation> {
  const db = scoped(tx, councilId);
  return { ...(await turnsOf(db)), memberships: membershipsOf(await municipalitiesOf(db)) };
}

/** Applying a file takes no setting away. */
export function withTermsOf(rotation: Rotation, now: CouncilFile, file: CouncilFile): Rotation {
  const keyOf = ({ key, scope = '', from }: CouncilFile['settings'][number]): string => `${key} ${scope} ${from}`;
  const named = new Set(file.settings.map(keyOf));
  const settings = [...now.settings.filter((one) => !named.has(keyOf(one))), ...file.settings];
  return { ...rotation, starts: startsIn(settings.filter((one) => (one.scope ?? '') === '')) };
}
