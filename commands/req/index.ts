/** `/req`: requirements and their decisions. */
import { type Command, grouped } from '../../src/command/subcommand.ts';
import { en, ja } from '../../src/text/text.ts';
import { READINGS } from '../readings.ts';
import { reqAdd } from './add.ts';
import { reqApprove } from './approve.ts';
import { reqApproved } from './approved.ts';
import { circulationSubcommands } from './circulation/index.ts';
import { reqConfirm } from './confirm.ts';
import { reqCost } from './cost.ts';
import { reqDecide } from './decide.ts';
import { reqExport } from './export.ts';
import { reqFit } from './fit.ts';
import { reqForget } from './forget.ts';
import { reqHistory } from './history.ts';
import { reqImport } from './import.ts';
import { reqLink } from './link.ts';
import { reqList } from './list.ts';
import { reqLog } from './log.ts';
import { reqProceed } from './proceed.ts';
import { reqProfiles } from './profiles.ts';
import {
  reqAnswered,
  reqAnswers,
  reqQuestion,
  reqQuestionnaire,
  reqQuestions,
  reqRoute,
  reqUnask,
} from './questions/index.ts';
import { reqReopen } from './reopen.ts';
import { reqSearch } from './search.ts';
import { reqShow } from './show.ts';
import { reqSupersede } from './supersede.ts';
import { reqUnconfirm } from './unconfirm.ts';
import { reqUndo } from './undo.ts';

export const req: Command = grouped({
  name: 'req',
  summary: { ja: ja`要件の一覧・決定`, en: en`Requirements and decisions` },
  groups: [
    {
      title: { ja: ja`調べる`, en: en`Looking up` },
      subcommands: [reqShow, reqList, reqSearch, reqFit, reqCost, reqHistory, reqLog],
    },
    {
      title: { ja: ja`決定・承認`, en: en`Deciding and approving` },
      subcommands: [reqDecide, reqSupersede, reqReopen, reqApprove, reqApproved],
    },
    { title: { ja: ja`持ち回り審議`, en: en`Circulations` }, subcommands: [...circulationSubcommands] },
    {
      title: { ja: ja`ベンダ回答の確認`, en: en`Confirming the vendors’ answers` },
      subcommands: [reqConfirm, reqUnconfirm],
    },
    {
      title: { ja: ja`ベンダへの質問`, en: en`Questions to the vendors` },
      subcommands: [reqQuestion, reqQuestions, reqRoute, reqAnswered, reqUnask, reqQuestionnaire, reqAnswers],
    },
    {
      title: { ja: ja`追加・取込・出力`, en: en`Adding, importing, exporting` },
      subcommands: [reqAdd, reqLink, reqImport, reqExport, reqProfiles, reqForget],
    },
    { title: { ja: ja`実行・取消`, en: en`Carrying out, undoing` }, subcommands: [reqProceed, reqUndo] },
  ],
  readings: READINGS,
  unclear: [
    {
      word: '意見あり',
      meanings: [
        { line: 'object {rest}', label: { ja: ja`異議を述べる`, en: en`Object` } },
        { line: 'comment {rest}', label: { ja: ja`コメントする`, en: en`Comment` } },
      ],
    },
    {
      word: '取下げ',
      meanings: [
        { line: 'decide {rest} withdraw', label: { ja: ja`要件を取下げとして決定する`, en: en`Decide: withdrawn` } },
        { line: 'undo {rest}', label: { ja: ja`決定の記録を取り消す`, en: en`Take a decision back` } },
      ],
    },
    {
      word: '変更',
      meanings: [{ line: 'supersede {rest}', label: { ja: ja`決定を変更する`, en: en`Supersede the decision` } }],
    },
    {
      word: '確認',
      meanings: [
        { line: 'show {rest}', label: { ja: ja`内容を表示する`, en: en`Show it` } },
        { line: 'confirm {rest}', label: { ja: ja`ベンダ回答を確認済にする`, en: en`Confirm the vendors' answers` } },
      ],
    },
    {
      word: '保留',
      meanings: [
        { line: 'hold {rest}', label: { ja: ja`庁内確認中と回答する`, en: en`Answer: on hold` } },
        { line: 'decide {rest} later', label: { ja: ja`稼働後検討として決定する`, en: en`Decide: after go-live` } },
      ],
    },
  ],
});
