/** `/wg`: bodies, their channels and their meetings. */
import { type Command, grouped } from '../../src/command/subcommand.ts';
import { en, ja } from '../../src/text/text.ts';
import { READINGS } from '../readings.ts';
import { wgAgenda } from './agenda/agenda.ts';
import { wgAttend } from './attend.ts';
import { wgCalendar } from './calendar.ts';
import { wgCancel } from './cancel.ts';
import { wgClose } from './close.ts';
import { wgJoin } from './join.ts';
import { wgList } from './list.ts';
import { wgMap } from './map.ts';
import { wgAmend } from './minutes/amend.ts';
import { wgMinutes } from './minutes/minutes.ts';
import { wgNote } from './minutes/note.ts';
import { wgUnnote } from './minutes/unnote.ts';
import { wgMove } from './move.ts';
import { wgNotice } from './notice.ts';
import { wgOpen } from './open.ts';
import { wgPaper } from './paper.ts';
import { wgAnswer } from './poll/answer.ts';
import { wgCandidates } from './poll/candidates.ts';
import { wgDecide } from './poll/decide.ts';
import { wgNudge } from './poll/nudge.ts';
import { wgWithdraw } from './poll/withdraw.ts';
import { wgProceed } from './proceed.ts';
import { wgSchedule } from './schedule.ts';
import { wgShow } from './show.ts';
import { wgUndo } from './undo.ts';
import { wgUnmap } from './unmap.ts';

export const wg: Command = grouped({
  name: 'wg',
  summary: { ja: ja`WG・部会と会議`, en: en`Working groups and meetings` },
  groups: [
    {
      title: { ja: ja`会議の招集・変更`, en: en`Calling and moving meetings` },
      subcommands: [wgSchedule, wgMove, wgCancel, wgJoin, wgNotice, wgPaper, wgCalendar],
    },
    {
      title: { ja: ja`日程調整`, en: en`Date polls` },
      subcommands: [wgAnswer, wgDecide, wgCandidates, wgNudge, wgWithdraw],
    },
    { title: { ja: ja`会議の当日`, en: en`At the meeting` }, subcommands: [wgAgenda, wgOpen, wgAttend, wgClose] },
    { title: { ja: ja`議事録`, en: en`Minutes` }, subcommands: [wgNote, wgUnnote, wgMinutes, wgAmend] },
    {
      title: { ja: ja`WG・部会とチャンネル`, en: en`Bodies and their channels` },
      subcommands: [wgShow, wgList, wgMap, wgUnmap],
    },
    { title: { ja: ja`実行・取消`, en: en`Carrying out, undoing` }, subcommands: [wgProceed, wgUndo] },
  ],
  readings: READINGS,
  unclear: [
    {
      word: '確認',
      meanings: [
        { line: 'show {rest}', label: { ja: ja`体制と予定を表示する`, en: en`Show the body` } },
        { line: 'list', label: { ja: ja`会議体の一覧を表示する`, en: en`List the bodies` } },
      ],
    },
    {
      word: '変更',
      meanings: [
        { line: 'move {rest}', label: { ja: ja`会議の日程・会場を変更する`, en: en`Move the meeting` } },
        { line: 'map {rest}', label: { ja: ja`チャンネルの割り当てを変更する`, en: en`Change the mapping` } },
        {
          line: 'undo {rest}',
          label: { ja: ja`直前の招集・変更を取り消す`, en: en`Take the last call or change back` },
        },
      ],
    },
  ],
});
