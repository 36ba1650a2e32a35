/** 「内海 12/10 …」, 「各団体で調べる」: who may be meant to owe it, without an @. Whether they are is asked. */
import { type Reply, whisper } from '../../src/command/reply.ts';
import type { Scene } from '../../src/command/scene.ts';
import { municipalityOf, type Tenure } from '../../src/domain/council.ts';
import { fold } from '../../src/domain/fold.ts';
import type { CouncilStore } from '../../src/store/store.ts';
import { type Button, buttons } from '../../src/text/message.ts';
import { en, ja, type Text } from '../../src/text/text.ts';
import { dueDayReader } from '../arguments/dates.ts';
import { everyoneIn } from '../subjects/owners.ts';

/** A family name, or a whole one that is written with its space. */
const FRONTS = [/^(\S+)\s+(?=\S)/u, /^(\S+\s+\S+)\s+(?=\S)/u];
const HONORIFIC = /(?:さん|様|氏)$/u;

const close = (name: string): string => fold(name).replace(/\s/gu, '');

/** The question, where the words begin with a name of a member of `tenures` and a day; undefined where they do not. */
export async function askWhoIsNamed(
  words: string,
  tenures: readonly Tenure[],
  { chart, today, calendar }: Pick<Scene, 'chart' | 'today' | 'calendar'>,
  store: CouncilStore,
): Promise<Reply | undefined> {
  for (const front of FRONTS) {
    const [whole = '', typed = ''] = front.exec(words) ?? [];
    const rest = words.slice(whole.length);
    const reading = dueDayReader.read(rest, { today, calendar });
    if (typed === '' || !('read' in reading)) continue;
    const members = tenures.filter(({ seat }) => seat.role === 'member');
    const names = await store.names(members.map((one) => one.person));
    const name = close(typed.replace(HONORIFIC, ''));
    const called = members.filter(({ person }) => {
      const is = names.get(person) ?? '';
      return close(is) === name || close(is.split(/\s/u)[0] ?? '') === name;
    });
    const people = new Map(called.map((one) => [one.person, one.municipality]));
    if (people.size === 0) continue;
    const [day, after] = [rest.slice(0, reading.length).trim(), rest.slice(reading.length).trim()];
    const owners = [...people].map(([person, code]): Button => {
      const is = names.get(person) ?? '';
      const town = municipalityOf(chart, code)?.name ?? '';
      return { label: text.owner(is, town), line: `/item add @${is.replace(/\s/gu, '')} ${rest}` };
    });
    const title = { label: text.title, line: `/item add ${day} ${typed} ${after}`.trim() };
    return whisper(text.whoIs(typed), buttons(...owners, title));
  }
  return undefined;
}

/** The question, where the words begin with a name of all municipalities and what these shall do. */
export function askWhetherAll(
  words: string,
  body: string,
  { roles, line }: Pick<Scene, 'roles' | 'line'>,
): Reply | undefined {
  const all = everyoneIn(words);
  if (all === undefined) return undefined;
  const own = ['member', 'lead'].find((as) => roles.some((one) => one.body === body && one.as === as));
  const typed = line.replace(/^\s*\S+\s+\S+\s*/u, '');
  const alone = own === 'member' ? '自分' : own === 'lead' ? '座長' : '事務局';
  return whisper(
    text.whetherAll(all),
    buttons(
      { label: text.all, line: `/item add @${all} ${typed}`, style: 'primary' },
      { label: text.notAll, line: `/item add @${alone} ${typed}` },
    ),
  );
}

const text = {
  whetherAll: (typed: string): Text => ({
    ja: ja`「${typed}」を、この課題の担当にしますか。担当にすると、市町ごとに完了を確認します。まだ登録していません。`,
    en: en`Shall “${typed}”, every municipality, owe this item, each its own part? Nothing is added yet.`,
  }),
  all: { ja: ja`各市町を担当にする`, en: en`Each owes its part` },
  notAll: { ja: ja`件名に含めるだけ`, en: en`It is only in the title` },
  whoIs: (typed: string): Text => ({
    ja: ja`「${typed}」は、担当の方のお名前でしょうか、件名の一部でしょうか。まだ登録していません。`,
    en: en`Is “${typed}” who owes it, or part of the title? Nothing is added yet.`,
  }),
  owner: (name: string, town: string): Text => ({
    ja: ja`担当を${town} ${name}にする`,
    en: en`${name} (${town}) owes it`,
  }),
  title: { ja: ja`件名に含める`, en: en`It is part of the title` },
};
