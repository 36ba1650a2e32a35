/**
 * A town hall's office on a day: the sample council in the real database, a workspace of the stand-in, and the whole way
 * in between. `say` speaks as a person in a channel, and gives what everyone hears.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, surfaces } from '../../commands/index.ts';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { answer } from '../../src/command/answer.ts';
import type { Words } from '../../src/command/heard.ts';
import { renderSurface } from '../../src/command/surface.ts';
import { houseOf } from '../../src/compose.ts';
import { readCouncilFile } from '../../src/council/file.ts';
import type { CouncilFile } from '../../src/council/shape.ts';
import { type Instant, instant } from '../../src/domain/day.ts';
import type { Job } from '../../src/job/job.ts';
import { jobs } from '../../src/jobs/index.ts';
import { serveSlack } from '../../src/practice/webApi.ts';
import { createWorkspace, type Workspace } from '../../src/practice/workspace.ts';
import { projectFolder } from '../../src/projectFolder.ts';
import { connectClients } from '../../src/slack/clients.ts';
import { delivery } from '../../src/slack/deliver.ts';
import { buttonSays, render } from '../../src/slack/render.ts';
import { saveCouncilFile } from '../../src/store/council/file.ts';
import type { ImportedRequirement } from '../../src/store/council/importing.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { outgoing } from '../../src/store/outgoing.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { testDatabase } from './database.ts';
import { shown } from './shown.ts';
import { quickWatch, quiet } from './slackScene.ts';

const TEAM = 'T0RENKEI';
const TOKEN = 'xoxb-practice';

export interface Office {
  readonly council: CouncilFile;
  readonly store: Store;
  readonly workspace: Workspace;
  /** Business time; it stands still until a test moves it. */
  now(): Instant;
  at(written: string): void;
  /** Types a line in a channel (by its name, 介護保険WG's unless said) and gives what is heard. */
  say(who: string, line: string, channel?: string): Promise<string>;
  /** Presses the button with this label on the newest message that has one. */
  press(who: string, label: string, channel?: string): Promise<string>;
  /** The messages that stand in a channel, as one member sees them. */
  standing(channel?: string): string;
  /** Runs a job as at this instant, and delivers; gives the direct messages by person, and what channels hear. */
  run(job: 'digest' | 'handover', written: string): Promise<ReadonlyMap<string, string>>;
  person(slug: string): { readonly userId: string; readonly name: string };
  close(): Promise<void>;
}

/** 介護保険WG's channel. */
const HERE = 'wg-介護保険';

export async function office(written = '2026-06-01T10:00:00+09:00'): Promise<Office> {
  const clock = { now: instant(Date.parse(written)) };
  const database = await testDatabase();
  const store = openStore(database.pool);
  const council = await sampleCouncil();
  await store.client.$transaction((tx) => saveCouncilFile(tx, council, clock.now), { timeout: 60_000 });
  await store.act('ibaraki', (acting) =>
    acting.importing.apply(someRequirements(council), { name: '要件一覧.xlsx', sha256: '', at: clock.now }),
  );

  const workspace = workspaceOf(council, () => clock.now);
  const slack = await serveSlack(workspace);
  const clients = connectClients({ botToken: TOKEN, apiUrl: slack.apiUrl }, quiet);
  const bot = workspace.state.teams.get(TEAM)?.bot?.userId ?? '';
  const carrier = delivery(
    {
      outgoing: outgoing(store.client, 'office'),
      clients,
      home: { teamId: TEAM, userId: bot },
      renderSurface: (id, key, now) => renderSurface(surfaces, key, now, store.council(id)),
    },
    quiet,
    quickWatch(),
  );
  const people = new Map(council.people.map((one) => [one.slug, one]));
  const person = (slug: string) => {
    const found = people.get(slug);
    const userId = found?.slack[0]?.user;
    if (!found || !userId) throw new Error(`nobody is called ${slug}`);
    return { userId, name: found.name };
  };
  const channelId = (name: string): string => {
    const found = council.channels.find((one) => one.name === name);
    if (!found) throw new Error(`there is no channel ${name}`);
    return found.id;
  };
  let deliveries = 0;

  async function speak(
    who: string,
    command: string,
    words: Words,
    channel: string,
    councilId?: string,
  ): Promise<string> {
    const { userId } = person(who);
    deliveries += 1;
    const before = workspace.state.messages.length;
    const heard = {
      key: `delivery-${deliveries}`,
      command,
      words,
      teamId: TEAM,
      userId,
      channelId: channelId(channel),
    };
    const {
      reply,
      language,
      councilId: of,
    } = await answer({ ...heard, councilId, at: clock.now }, houseOf(store, clock.now, TEAM));
    await carrier.drain(clock.now);
    const whispers = reply.whisper ? render(reply.whisper, { language, council: of }) : [];
    const posted = workspace.state.messages.slice(before);
    return [
      ...whispers.map((one) => `(本人のみ) ${shown(one)}`),
      ...(reply.form
        ? [
            `[フォーム] ${reply.form.title[language]}: ${reply.form.fields.map((one) => one.label[language]).join('、')}`,
          ]
        : []),
      ...posted.map(
        (one) =>
          `#${workspace.state.channels.get(one.channel)?.name || 'DM'}${one.threadTs ? ' (スレッド)' : ''} ${shown(one, workspace)}`,
      ),
    ].join('\n');
  }

  return {
    council,
    store,
    workspace,
    person,
    now: () => clock.now,
    at(moved) {
      clock.now = instant(Date.parse(moved));
    },

    say(who, line, channel = HERE) {
      const [, command = '', words = ''] = /^\/(\S+)\s*([\s\S]*)$/u.exec(line) ?? [];
      return speak(who, command, { line: words }, channel);
    },

    press(who, label, channel = HERE) {
      const messages = workspace.messages(channelId(channel), person(who).userId).toReversed();
      const value = messages.flatMap((one) => buttonsIn(one.blocks)).find((one) => one.label === label)?.value;
      if (value === undefined) throw new Error(`no button ${label} in ${channel}`);
      const says = buttonSays(value);
      const [, command = '', words = ''] = /^\/(\S+)\s*([\s\S]*)$/u.exec(says.line) ?? [];
      return speak(who, command, { line: words }, channel, says.council);
    },

    standing(channel = HERE) {
      const [member = ''] = workspace.state.channels.get(channelId(channel))?.members ?? [];
      return workspace
        .messages(channelId(channel), member)
        .map((one) => shown(one, workspace))
        .join('\n');
    },

    async run(name, moved) {
      const at = instant(Date.parse(moved));
      clock.now = at;
      const job = jobs(officeCalendar).find((one) => one.name === name) as Job;
      const before = workspace.state.messages.length;
      const due = job.due(instant(at - 1), at);
      for (const one of due) {
        for await (const { councilId, posts } of job.plan(one, store)) {
          await store.act(councilId, (acting) => enqueue(acting.tx, councilId, posts, [], at));
        }
      }
      await carrier.drain(at);
      const names = new Map([...workspace.state.users.values()].map((one) => [one.id, one.realName]));
      return new Map(
        workspace.state.messages.slice(before).map((one) => {
          const channel = workspace.state.channels.get(one.channel);
          const other = [...(channel?.members ?? [])].find((id) => id !== bot) ?? '';
          const where = channel?.kind === 'im' ? (names.get(other) ?? '') : `#${channel?.name}`;
          return [where, shown(one, workspace)];
        }),
      );
    },

    async close() {
      await slack.close();
      await store.close();
      await database.close();
    },
  };
}

export async function sampleCouncil(): Promise<CouncilFile> {
  const read = readCouncilFile(await readFile(join(projectFolder, 'prisma', 'ibaraki.yaml'), 'utf8'));
  if (!('council' in read)) throw new Error(JSON.stringify(read.problems));
  return read.council;
}

/** The workspace of the sample council: its people, and its channels with the bot in them. */
export function workspaceOf(council: CouncilFile, now: () => number): Workspace {
  const workspace = createWorkspace({ now, app: { commands: commands.map((one) => `/${one.name}`) } });
  const team = workspace.addTeam({ id: TEAM, domain: 'renkei', name: council.council.shortName }, { token: TOKEN });
  const users = council.people.flatMap((one) =>
    one.slack.map(({ user }) => ({ user, name: one.name, slug: one.slug })),
  );
  for (const { user, name, slug } of new Map(users.map((one) => [one.user, one])).values())
    workspace.addUser({ id: user, teamId: TEAM, name: slug, realName: name });
  const members = [...new Set(users.map((one) => one.user)), team.bot?.userId ?? ''];
  for (const { id, name } of council.channels) workspace.addChannel({ id, teamId: TEAM, name, members });
  return workspace;
}

/** Requirements 1 to 1300: those from 1201 on are 介護保険's, the others 住民基本台帳's. */
function someRequirements(council: CouncilFile): ImportedRequirement[] {
  const [vendor] = council.vendors;
  const [round] = council.rounds;
  return Array.from({ length: 1300 }, (_, i) => {
    const kaigo = i >= 1200;
    return {
      system: kaigo ? 'kaigo' : 'juki',
      functionId: `${kaigo ? '17' : '01'}${String(i + 1).padStart(5, '0')}`,
      itemNo: undefined,
      category: kaigo ? ['資格管理', '被保険者', '異動'] : ['異動', '転入', '届出'],
      text: `${kaigo ? '被保険者' : '住民'}の異動を一覧で確認し、帳票に出力できること(${i + 1})`,
      class: 'mandatory',
      convenience: i % 25 === 0,
      cost: i % 10 === 0 ? 120 : undefined,
      alternative: undefined,
      remarks: undefined,
      marks: vendor && round ? [{ round: round.slug, vendor: vendor.slug, mark: i % 50 === 0 ? '△' : '◎' }] : [],
    };
  });
}

interface ShownButton {
  readonly label: string;
  readonly value: string;
}

function buttonsIn(blocks: readonly object[]): ShownButton[] {
  const elements = (blocks as { elements?: { type?: string; text?: { text?: string }; value?: string }[] }[]).flatMap(
    (block) => block.elements ?? [],
  );
  return elements
    .filter((one) => one.type === 'button')
    .map((one) => ({ label: one.text?.text ?? '', value: one.value ?? '' }));
}
