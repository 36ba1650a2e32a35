/**
 * `/council rotation`: who chairs in the next ten years, and with a joiner; and what the council decides otherwise (辞退,
 * 入替え, 延期), which is shown first and told to those alone whose turn changes.
 */
import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { aboutNothing, subcommand } from '../../src/command/subcommand.ts';
import { reader, roleAs } from '../../src/command/who.ts';
import { termWithoutDay, undatedText } from '../../src/digest/undatedTerm.ts';
import { municipalityOf } from '../../src/domain/council.ts';
import { firstDayOf } from '../../src/domain/fiscalYear.ts';
import { fold } from '../../src/domain/fold.ts';
import { joinedBy, officersOn, termOn, termsFrom, turnsChanged } from '../../src/domain/rotation.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { line, note, rows } from '../../src/text/message.ts';
import { secretariatLabel } from '../../src/text/seats.ts';
import { en, ja } from '../../src/text/text.ts';
import { municipalityNames } from '../arguments/municipalities.ts';
import { type Joiner, joiner, keeping, rotationAct, rotationBasis, termsLater } from '../arguments/rotations.ts';
import { previewOtherwise, TERMS } from './rotating.ts';
import { text } from './rotationText.ts';
import { previewSuccessor } from './succeeding.ts';

export const councilRotation = subcommand({
  name: 'rotation',
  alias: ['輪番', '会長順'],
  summary: {
    ja: ja`会長の輪番を10年分表示し、協議会の承認による変更を記録します`,
    en: en`Show the rotation of the chair for ten years; record what the council decided otherwise`,
  },
  effect: 'act',
  args: z.object({
    joiner: joiner.optional(),
    act: rotationAct.optional(),
    municipalities: municipalityNames.optional(),
    other: municipalityNames.optional(),
    keeping: keeping.optional(),
    terms: termsLater.optional(),
    basis: rotationBasis.optional(),
  }),
  examples: [
    '',
    '-- 境町',
    '辞退 五霞町 順番維持 承認3',
    '入替え 那珂市・五霞町 M12',
    '延期 五霞町 2年 承認3',
    '後任 五霞町 承認3',
  ],
  about: aboutNothing,
  who: reader,

  async run({ joiner: if_, act, municipalities = [], other = [], ...said }, scene, store): Promise<Reply> {
    if (act === undefined) return municipalities.length > 0 ? whisper(text.whatOfIt) : shown(if_, scene, store);
    const secretariat = roleAs(scene, 'secretariat');
    if (!secretariat) return whisper(text.secretariatRecords(secretariatLabel(scene)));
    const names = municipalities === 'all' || other === 'all' ? [] : [...municipalities, ...other];
    return act === 'succeed'
      ? previewSuccessor({ names, ...said }, scene, store)
      : previewOtherwise({ act, names, ...said }, scene, store);
  },
});

/** The next ten terms, with the hypothetical joiner where one is named. */
async function shown(if_: Joiner | undefined, { chart, today }: Scene, store: CouncilStore): Promise<Reply> {
  const year = termOn(chart.rotation, today);
  const now = termsFrom(chart.rotation, year, TERMS);
  if (!if_) {
    const undated = await termWithoutDay(chart, today, store);
    return whisper(
      text.title(TERMS),
      rows(now.map((one) => text.term(one, chart, one.year === year ? officersOn(chart.rotation, today) : one))),
      ...(undated === undefined ? [] : [note(undatedText(undated, today))]),
      note(text.basis),
    );
  }

  const member = chart.municipalities.find((one) => fold(one.name) === fold(if_.name));
  if (member && (chart.rotation.turns.includes(member.code) || member.kind === 'adviser'))
    return whisper(member.kind === 'adviser' ? text.adviser(member.name) : text.memberAlready(member.name));
  const from = if_.from ?? firstDayOf(year + 1);
  // Codes order the joiners of one day; a municipality that has none here is the only one of its day.
  const code = member?.code ?? if_.name;
  const then = termsFrom(joinedBy(chart.rotation, code, from), year, TERMS);
  const named = { ...chart, municipalities: [...chart.municipalities] };
  if (!municipalityOf(chart, code))
    named.municipalities.push({ code, name: if_.name, kind: 'applicant', from, until: undefined });
  return whisper(
    text.titleIf(if_.name, from, TERMS),
    rows(then.map((one, i) => text.termIf(one, now[i], named))),
    line(text.changed(turnsChanged(now, then).filter((one) => one.code !== code).length)),
    note(text.noEffect),
  );
}
