/**
 * `/council past 境町 2024/4/1`: from which day on a joiner reads earlier decisions and the agendas, papers and minutes of meetings;
 * 全部: all. What stands it always reads.
 */
import { z } from 'zod';
import { absent, argument } from '../../../src/command/argument.ts';
import { type Reply, whisper } from '../../../src/command/reply.ts';
import { type About, subcommand } from '../../../src/command/subcommand.ts';
import { secretariat } from '../../../src/command/who.ts';
import type { Municipality } from '../../../src/domain/council.ts';
import type { Day } from '../../../src/domain/day.ts';
import { officialDay } from '../../../src/text/dates.ts';
import { en, ja, type Text } from '../../../src/text/text.ts';
import { pastOrComingDay } from '../../arguments/dates.ts';
import { joinerName } from '../../arguments/joining.ts';
import { joiningMeant } from './meant.ts';
import { undoable } from './terms.ts';

const ALL = /^(?:全部|すべて|全て|全期間|all)(?=\s|$)/iu;

const all = argument<true>({
  label: { ja: ja`全部`, en: en`all` },
  field: { kind: 'line' },
  read: (line) => {
    const found = ALL.exec(line);
    return found ? { read: true, length: found[0].length } : absent;
  },
});

export const councilPast = subcommand({
  name: 'past',
  alias: ['閲覧範囲', '閲覧期間'],
  summary: {
    ja: ja`後乗り市町村が閲覧できる過去の決定の範囲を定めます`,
    en: en`Set from which day on a joiner reads earlier decisions`,
  },
  effect: 'act',
  args: z.object({ name: joinerName, all: all.optional(), from: pastOrComingDay.optional() }),
  examples: ['境町 2024/4/1', '境町 全部'],

  about: async ({ name }, scene): Promise<About<Municipality>> => joiningMeant(name, scene),

  who: secretariat,

  async run({ all: whole, from }, { subject, person, acting, now, today }, store): Promise<Reply> {
    if (!whole && from === undefined) return whisper(text.which(subject.name));
    if (from !== undefined && from > today) return whisper(text.notYet(from));
    const day = whole ? undefined : from;
    const id = await store.joinings.openPast(subject.code, day, { at: now, person: person.id, seat: acting.role.seat });
    return { ...whisper(text.set(subject.name, day), undoable(id)), done: [`municipality:${subject.code}`] };
  },
});

const text = {
  which: (name: string): Text => ({
    ja: ja`いつからの決定をご覧いただけるようにするかをご入力ください。例:「/council 閲覧範囲 ${name} 2024/4/1」。すべての場合は「/council 閲覧範囲 ${name} 全部」とご入力ください。`,
    en: en`From which day? As in /council past ${name} 2024/4/1, or /council past ${name} all.`,
  }),
  notYet: (from: Day): Text => ({
    ja: ja`${officialDay(from)}は、まだ先の日です。本日以前の日をご入力ください。`,
    en: en`${officialDay(from)} is yet to come. Please type today or an earlier day.`,
  }),
  set: (name: string, from: Day | undefined): Text =>
    from === undefined
      ? {
          ja: ja`${name}は、これまでの決定と経過、会議の次第・資料・議事録をすべてご覧いただけます。`,
          en: en`${name} reads all decisions, how they came about, and the agendas, papers and minutes of all meetings.`,
        }
      : {
          ja: ja`${name}がご覧になれる過去の決定と経過、会議の次第・資料・議事録を、${officialDay(from)}以降としました。現行の決定は、それより前のものもご覧いただけます。`,
          en: en`${name} reads earlier decisions, and the agendas, papers and minutes of meetings, from ${officialDay(from)} on. What stands now it always reads.`,
        },
};
