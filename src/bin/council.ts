/** `renkei council apply` and `export`: the council as a file. */
import { readFile } from 'node:fs/promises';
import { compareCouncil } from '../council/compare.ts';
import { conflicts } from '../council/conflicts.ts';
import { readCouncilFile } from '../council/file.ts';
import type { Problem } from '../council/problem.ts';
import { tenuresOf } from '../council/seats.ts';
import { asSeen, withUnseenEnds } from '../council/unseen.ts';
import { writeCouncilFile } from '../council/write.ts';
import { type Day, dayAt, instant } from '../domain/day.ts';
import { type TermShift, termShifts } from '../domain/termShift.ts';
import { ChannelTaken, lastApplied, loadCouncilFile, publishedIn, saveCouncilFile } from '../store/council/file.ts';
import { AccountTaken } from '../store/council/people.ts';
import { rotationIn, withTermsOf } from '../store/council/terms.ts';
import type { Store } from '../store/store.ts';
import { officialDay } from '../text/dates.ts';
import { en, ja, plain, type Text } from '../text/text.ts';
import { councilMeant, type Errand, parsed, print, refuse, withStore } from './errand.ts';

export const applyCouncil: Errand = {
  name: 'council apply',
  words: 'FILE [--dry-run] [--past-terms]',
  summary: { ja: ja`協議会の設定ファイルを反映します`, en: en`apply a council's file` },
  async run(words) {
    const given = parsed(this, words, { 'dry-run': { type: 'boolean' }, 'past-terms': { type: 'boolean' } }, 1);
    if (!given) return 2;
    const [file = ''] = given.positionals;
    const written = await readFile(file, 'utf8').catch(() => undefined);
    if (written === undefined) return refuse(text.noFile(file));
    const read = readCouncilFile(written);
    if ('problems' in read) {
      for (const problem of read.problems) refuse(text.problem(file, problem));
      return refuse(text.nothingWritten);
    }
    const { 'dry-run': dryRun = false, 'past-terms': pastTerms = false } = given.values;
    return withStore((store) => apply(store, read.council, { dryRun, pastTerms }));
  },
};

type Council = Extract<ReturnType<typeof readCouncilFile>, { council: unknown }>['council'];

interface How {
  readonly dryRun: boolean;
  /** Whether the chair of days that have passed may become another. */
  readonly pastTerms: boolean;
}

async function apply(store: Store, file: Council, { dryRun, pastTerms }: How): Promise<number> {
  const now = instant(Date.now());
  const id = file.council.slug;
  try {
    return await store.client.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(72707371)`;
        const before = await loadCouncilFile(tx, id);
        const council = before ? withUnseenEnds(file, before, await publishedIn(tx, id), dayAt(now)) : file;
        const applied = await lastApplied(tx, id);
        const lost = before && applied ? conflicts(applied, before, council) : [];
        for (const one of lost) refuse(one.line);
        if (lost.length > 0) return refuse(text.exportFirst);

        const changes = compareCouncil(before, council);
        for (const change of changes) print(change.line);
        const rotation = before && (await rotationIn(tx, id));
        const shifts = rotation ? termShifts(rotation, withTermsOf(rotation, before, council), dayAt(now)) : [];
        for (const one of shifts) print(text.shift(one, council));
        if (shifts.length > 0 && !pastTerms) return refuse(text.pastTermsFirst);
        // Where nothing changes, too: what was done in Slack is from now on what the file says.
        if (!dryRun) await saveCouncilFile(tx, council, now);
        if (changes.length === 0) print(text.same);
        else print(dryRun ? text.dryRun(changes.length) : text.applied(changes.length));
        return 0;
      },
      { timeout: 120_000, maxWait: 30_000 },
    );
  } catch (fault) {
    if (fault instanceof ChannelTaken) return refuse(text.channelTaken(fault.channel));
    if (fault instanceof AccountTaken) return refuse(text.accountTaken(fault));
    throw fault;
  }
}

export const exportCouncil: Errand = {
  name: 'council export',
  words: '[--council ID]',
  summary: { ja: ja`協議会の現在の体制を、設定ファイルの形で書き出します`, en: en`write the council as a file` },
  async run(words) {
    const given = parsed(this, words, { council: { type: 'string' } }, 0);
    if (!given) return 2;
    return withStore(async (store) => {
      const id = await councilMeant(store, given.values.council);
      if (typeof id === 'number') return id;
      const file = await loadCouncilFile(store.client, id);
      if (!file) return 0;
      const today = dayAt(instant(Date.now()));
      const seen = asSeen(file, await publishedIn(store.client, id), today);
      if (tenuresOf(seen).length < tenuresOf(file).length) process.stdout.write(`${plain(text.unseen(today).ja)}\n`);
      process.stdout.write(writeCouncilFile(seen));
      return 0;
    });
  },
};

const text = {
  noFile: (file: string): Text => ({ ja: ja`${file} を開けません。`, en: en`${file} cannot be opened.` }),
  problem: (file: string, { line, column, path, expected }: Problem): Text => ({
    ja: ja`${file}:${line}:${column} ${path} ${expected}`,
    en: en`${file}:${line}:${column} ${path} ${expected}`,
  }),
  nothingWritten: { ja: ja`何も変更していません。`, en: en`Nothing was changed.` },
  exportFirst: {
    ja: ja`何も変更していません。renkei council export で現在の体制を書き出し、その内容に合わせてから反映してください。`,
    en: en`Nothing was changed. Write the present state with renkei council export, bring the file in line, then apply it.`,
  },
  shift: ({ from, until, was, is }: TermShift, { municipalities }: Council): Text => {
    const name = (code: string) => municipalities.find((one) => one.code === code)?.name ?? code;
    return {
      ja: ja`総会の日の変更により、${officialDay(from)}から${officialDay(until)}までの会長・事務局は、${name(was)}ではなく${name(is)}となります。この間に行われた操作の記録は、そのまま残ります。`,
      en: en`With this day of the general meeting, the chair and secretariat from ${officialDay(from)} to ${officialDay(until)} are of ${name(is)} instead of ${name(was)}. What was done on these days stays on record.`,
    };
  },
  pastTermsFirst: {
    ja: ja`すでに始まっている任期が変わるため、何も変更していません。この内容でよろしければ、--past-terms を付けて反映してください。`,
    en: en`Nothing was changed, since terms that have begun would change. If this is meant, apply it with --past-terms.`,
  },
  unseen: (today: Day): Text => ({
    ja: ja`# ${officialDay(today)}現在で公表されていない来年度の名簿は、含まれていません。反映しても、準備中の名簿は変わりません。年度が替わってからは、書き出し直してください。`,
    en: en`# Names of next year that were not published on ${officialDay(today)} are left out; applying this changes nothing of them. Write it anew once the year has come.`,
  }),
  same: { ja: ja`変更はありません。`, en: en`There is nothing to change.` },
  dryRun: (n: number): Text => ({
    ja: ja`変更は${n}件です。確認のみのため、何も変更していません。`,
    en: en`${n} changes. This was a dry run: nothing was changed.`,
  }),
  applied: (n: number): Text => ({ ja: ja`${n}件を反映しました。`, en: en`${n} changes applied.` }),
  accountTaken: ({ account, owner, from }: AccountTaken): Text => ({
    ja: ja`Slackアカウント「${account}」は、${from}から「${owner}」さんのものとして登録されています。何も変更していません。`,
    en: en`The Slack account “${account}” belongs to “${owner}” from ${from}. Nothing was changed.`,
  }),
  channelTaken: (channel: string): Text => ({
    ja: ja`チャンネル「${channel}」は、別の協議会で使われています。何も変更していません。`,
    en: en`The channel “${channel}” is used by another council. Nothing was changed.`,
  }),
} as const;
