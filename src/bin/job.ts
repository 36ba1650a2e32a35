/** `renkei job NAME --at INSTANT`: prints what a job would send; `--send` writes it to the outbox of the running bot. */
import { officeCalendar } from '../calendar/holidays.ts';
import { dayAt, instant } from '../domain/day.ts';
import { carried } from '../job/job.ts';
import { jobs } from '../jobs/index.ts';
import { enqueue } from '../store/outbox.ts';
import type { Post } from '../text/post.ts';
import { en, ja, same, type Text } from '../text/text.ts';
import { type Errand, parsed, print, refuse, withStore } from './errand.ts';

export const runJob: Errand = {
  name: 'job',
  words: 'NAME --at INSTANT [--send]',
  summary: { ja: ja`定期処理の内容を表示・送信します`, en: en`print what a job would send, or send it` },
  async run(words) {
    const given = parsed(this, words, { at: { type: 'string' }, send: { type: 'boolean' } }, 1);
    if (!given) return 2;
    const [name = ''] = given.positionals;
    const all = jobs(officeCalendar);
    const job = all.find((one) => one.name === name);
    if (!job)
      return refuse(
        text.unknownJob(
          name,
          all.map((one) => one.name),
        ),
      );
    const written = given.values.at ?? '';
    const at = instant(Date.parse(written));
    if (!/(?:Z|[+-]\d\d:\d\d)$/.test(written) || Number.isNaN(at)) return refuse(text.noInstant(written));

    // The occurrence of that day, so that the keys are those of the job itself.
    const [due] = job.due(instant(at - 24 * 60 * 60_000), at).slice(-1);
    if (due === undefined || dayAt(due) !== dayAt(at)) return refuse(text.notDue(name));
    return withStore(async (store) => {
      let count = 0;
      for await (const planned of job.plan(due, store)) {
        const { councilId } = planned;
        for (const post of planned.posts) {
          count += 1;
          print(text.post(post));
        }
        if (given.values.send) {
          await store.act(councilId, async (acting) => {
            const { posts, refresh } = await carried(planned, acting);
            return enqueue(acting.tx, councilId, posts, refresh, at);
          });
        }
      }
      print(given.values.send ? text.sent(count) : text.planned(count));
      return 0;
    });
  },
};

const text = {
  unknownJob: (name: string, names: readonly string[]): Text => ({
    ja: ja`定期処理「${name}」はありません。あるもの: ${names.join(' ')}`,
    en: en`There is no job “${name}”. There are: ${names.join(' ')}`,
  }),
  noInstant: (written: string): Text => ({
    ja: ja`--at の日時「${written}」を読み取れません。2026-12-01T09:00:00+09:00 のように時差を付けてご指定ください。`,
    en: en`--at “${written}” is no instant. Give it with its offset, like 2026-12-01T09:00:00+09:00.`,
  }),
  notDue: (name: string): Text => ({
    ja: ja`その日のその時刻までに、${name} の予定はありません(閉庁日、または予定の時刻より前です)。`,
    en: en`${name} is not due on that day by that time (a closed day, or too early).`,
  }),
  post: (post: Post): Text => {
    const summary = post.kind === 'message' ? post.message.summary : same(post.kind);
    const key = post.kind === 'surface' ? post.surface : post.key;
    return { ja: ja`${key} ${summary}`, en: en`${key} ${summary}` };
  },
  planned: (n: number): Text => ({
    ja: ja`${n}件の予定です。送信していません。`,
    en: en`${n} planned; nothing was sent.`,
  }),
  sent: (n: number): Text => ({
    ja: ja`${n}件を送信待ちに入れました。稼働中のボットが送信します。`,
    en: en`${n} written to the outbox; the running bot sends them.`,
  }),
} as const;
