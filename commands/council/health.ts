/** `/council health`: when the clock's jobs ran and will run, what waits, and what could not be delivered. */

import { z } from 'zod';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { aboutNothing, subcommand } from '../../src/command/subcommand.ts';
import { secretariat } from '../../src/command/who.ts';
import { termWithoutDay, undatedText } from '../../src/digest/undatedTerm.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Health, JobHealth } from '../../src/store/health.ts';
import { momentAsOf } from '../../src/text/dates.ts';
import { jobText } from '../../src/text/jobs.ts';
import { buttons, facts, line, rows } from '../../src/text/message.ts';
import { grouped } from '../../src/text/numbers.ts';
import { en, ja, same, type Text } from '../../src/text/text.ts';
import { failures, SHOWN } from './undelivered.ts';

export const councilHealth = subcommand({
  name: 'health',
  alias: ['稼働状況', '点検'],
  summary: {
    ja: ja`お知らせの稼働状況と、届かなかったものを表示します`,
    en: en`Show how the bot is, and what could not be delivered`,
  },
  effect: 'read',
  args: z.object({}),
  examples: [''],
  about: aboutNothing,
  who: secretariat,

  async run(_said, { now, today, chart }, store): Promise<Reply> {
    const [{ refused, jobs, queue, mailbox }, failed, undated] = await Promise.all([
      store.health(now),
      store.undelivered(),
      termWithoutDay(chart, today, store),
    ]);
    return whisper(
      refused ? text.refused : text.title(queue.failed),
      facts(
        [text.waiting, text.count(queue.waiting)],
        [text.oldest, queue.oldest === undefined ? text.none : momentAsOf(queue.oldest, today)],
        [text.unknown, text.count(queue.unknown)],
        [text.failed, text.count(queue.failed)],
        ...(mailbox === undefined ? [] : [[text.mailbox, mailboxText(mailbox, today)] satisfies [Text, Text]]),
      ),
      ...(undated === undefined ? [] : [line(undatedText(undated, today))]),
      // What is to be seen to stands before what went well.
      ...(failed.length > 0
        ? [
            line(text.shown(failed.length)),
            rows(await failures(failed.slice(0, SHOWN), chart, today, store)),
            buttons({ label: text.again, line: '/council retry all', confirm: text.sure }),
          ]
        : []),
      ...(jobs.length > 0 ? [rows(jobs.map((one) => text.job(one, today)))] : []),
    );
  },
});

/** When it was last read, and since when not. */
function mailboxText({ read, tried, error }: NonNullable<Health['mailbox']>, today: Day): Text {
  const last = read === undefined ? text.none : momentAsOf(read, today);
  if (error === undefined) return last;
  const why = error === 'refused' ? text.closed : text.unreached;
  return {
    ja: ja`${last}(${momentAsOf(tried, today)}の時点で、${why})`,
    en: en`${last} (at ${momentAsOf(tried, today)} ${why})`,
  };
}

const STATES: Readonly<Record<NonNullable<JobHealth['state']>, Text>> = {
  running: { ja: ja`実行中`, en: en`running` },
  done: { ja: ja`済`, en: en`done` },
  skipped: { ja: ja`時期を過ぎたため見送り`, en: en`skipped, too late` },
};

const text = {
  title: (failed: number): Text =>
    failed === 0
      ? { ja: ja`お知らせは、すべて正常に処理されています。`, en: en`All messages are on their way or delivered.` }
      : {
          ja: ja`お届けできなかったお知らせが${grouped(failed)}件あります。宛先の状態をご確認ください。`,
          en: en`${grouped(failed)} messages could not be delivered. Please check where they should have gone.`,
        },
  refused: {
    ja: ja`Slackのトークンが使えなくなったため、お知らせの送信を見合わせています。お知らせは保存されており、復旧後に送信します。システム管理者へご連絡ください。`,
    en: en`Slack does not accept Renkei’s token, so nothing is sent. What waits is kept, and sent later. Please tell the administrator.`,
  },
  waiting: { ja: ja`送信待ち`, en: en`Waiting` },
  oldest: { ja: ja`最も古い送信待ち`, en: en`Oldest waiting since` },
  unknown: { ja: ja`到達を確認中`, en: en`Being looked up` },
  failed: { ja: ja`不達`, en: en`Undelivered` },
  mailbox: { ja: ja`戻ってきたメールの最終確認`, en: en`Letters that came back, last read` },
  closed: {
    ja: ja`メールボックスを開けません。MAILBOX_URL の確認を管理者に依頼してください`,
    en: en`the mailbox could not be opened; please have the administrator check MAILBOX_URL`,
  },
  unreached: {
    ja: ja`メールサーバーに接続できません。5分ごとに試しています`,
    en: en`the mail server was not reached; it is tried every five minutes`,
  },
  none: { ja: ja`なし`, en: en`none` },
  count: (n: number): Text => ({ ja: ja`${grouped(n)}件`, en: en`${grouped(n)}` }),
  job: ({ job, last, state, next }: JobHealth, today: Day): Text => {
    const name = jobText(job, same(job));
    const ran = last !== undefined && state !== undefined;
    const done = ran
      ? { ja: ja`${momentAsOf(last, today)} ${STATES[state]}`, en: en`${momentAsOf(last, today)} ${STATES[state]}` }
      : text.none;
    const coming = next === undefined ? text.none : momentAsOf(next, today);
    return {
      ja: ja`• ${name}:前回 ${done}、次回 ${coming}`,
      en: en`• ${name}: last ${done}, next ${coming}`,
    };
  },
  shown: (n: number): Text => ({
    ja: ja`新しい順に${Math.min(n, SHOWN)}件を表示しています(全${grouped(n)}件)。1件ずつ再送する場合は「/council 再送 番号」、一覧から外す場合は「/council 再送 番号 不要」とご入力ください。`,
    en: en`The newest ${Math.min(n, SHOWN)} of ${grouped(n)}. “/council retry NUMBER” sends one again, “/council retry NUMBER drop” takes it off the list.`,
  }),
  again: { ja: ja`すべて再送する`, en: en`Send all again` },
  sure: {
    ja: ja`お届けできなかったお知らせを、すべて再送します。よろしいですか。`,
    en: en`Everything that could not be delivered is sent again. Go on?`,
  },
} as const;
