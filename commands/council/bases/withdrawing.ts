/** `/council undo 版3`: takes a wording that was recorded by mistake off the register; it stays readable as 取消. */
import { type Reply, whisper } from '../../../src/command/reply.ts';
import type { Scene } from '../../../src/command/scene.ts';
import { inForce } from '../../../src/domain/basis.ts';
import type { CouncilStore } from '../../../src/store/store.ts';
import { basesText as text } from './text.ts';

export async function withdrawVersion(
  id: number,
  { person, now, today }: Pick<Scene, 'person' | 'now' | 'today'>,
  store: CouncilStore,
): Promise<Reply> {
  const basis = (await store.bases.all()).find((one) => one.versions.some((version) => version.id === id));
  const version = basis?.versions.find((one) => one.id === id);
  if (!basis || !version) return whisper(text.noVersion(id));
  if (!(await store.bases.withdraw(id, person.id, now))) return whisper(text.withdrawnBefore(id));
  const versions = basis.versions.map((one) => (one === version ? { ...one, withdrawn: true } : one));
  return {
    ...whisper(text.withdrawn(basis.name, version, inForce({ ...basis, versions }, today))),
    done: [`basis:${basis.name}`],
  };
}
