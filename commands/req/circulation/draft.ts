/**
 * `/req draft P8 起案中`, `/req draft P8 決裁済 6/3`: where a municipality's own approval (庁内決裁) of its answer stands.
 *
 * It is told beside the answer and is none: a municipality agrees by its answer alone.
 */
import { z } from 'zod';
import { whisper } from '../../../src/command/reply.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import type { OfficeApproval } from '../../../src/domain/officeApproval.ts';
import { en, ja } from '../../../src/text/text.ts';
import { approvedDay, circulationNumbers } from '../../arguments/circulations.ts';
import { municipalityNames } from '../../arguments/municipalities.ts';
import { requirementIdsAlone } from '../../arguments/numbers.ts';
import { source } from '../../arguments/told.ts';
import { choice } from '../../arguments/words.ts';
import { draftOrPreview } from './drafting.ts';
import { type Answering, circulationsNamed, mayDraft } from './meant.ts';
import { officeText as text } from './officeText.ts';

const state = choice<OfficeApproval['state']>({ ja: ja`庁内決裁の状況`, en: en`own approval` }, [
  {
    value: 'drafted',
    label: { ja: ja`起案中`, en: en`drafted` },
    words: ['起案中', '起案', '起案済', '決裁中', 'draft'],
  },
  { value: 'approved', label: { ja: ja`決裁済`, en: en`approved` }, words: ['決裁済', '決裁', '決裁完了'] },
  { value: 'undo', label: { ja: ja`取消(直前の記録)`, en: en`take back` }, words: ['取消', '取り消し', '未起案'] },
]);

export const reqDraft = subcommand({
  name: 'draft',
  alias: ['庁内決裁', '起案', '決裁', '起案状況', '決裁状況'],
  summary: {
    ja: ja`持ち回り審議の庁内決裁の状況(起案中・決裁済)を記録します`,
    en: en`Say where your own office's approval of a circulation stands`,
  },
  effect: 'act',
  args: z.object({
    numbers: circulationNumbers.optional(),
    ids: requirementIdsAlone.optional(),
    municipality: municipalityNames.optional(),
    state,
    on: approvedDay.optional(),
    source: source.optional(),
  }),
  examples: ['P8 起案中', '1234 決裁済 6/1', 'P8 那珂市 決裁済 6/1 電話 6/1 山田', 'P8 取消'],

  async about(said, scene, store): Promise<About<Answering>> {
    const found = new Set(said.numbers);
    for (const id of said.ids ?? []) {
      const [newest] = await store.circulations.ofRequirement(id);
      if (!newest) return { refused: whisper(text.notCirculated(id)) };
      found.add(newest.number);
    }
    if (found.size === 0) return { refused: whisper(text.which) };
    const meant = await circulationsNamed(
      [...found].sort((a, b) => a - b),
      said,
      scene,
      store,
    );
    return 'refused' in meant ? meant : { subject: { ...meant.subject, takesBack: said.state === 'undo' } };
  },

  who: mayDraft,

  async run({ state, on }, scene, store) {
    if (on !== undefined && state !== 'approved') return whisper(text.dayWithout);
    return draftOrPreview({ state, on: state === 'approved' ? (on ?? scene.today) : undefined }, scene, store);
  },
});
