/**
 * A town hall's office on a day: the council of the scenes in the real database, a workspace of the stand-in, and the whole
 * way in between. `say` speaks as a person in a channel, and gives what everyone hears.
 */
import { randomUUID } from 'node:crypto';
import { commands, surfaces } from '../../commands/index.ts';
import { shortcuts } from '../../commands/shortcuts.ts';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { answer, formErrors } from '../../src/command/answer.ts';
import type { Form } from '../../src/command/argument.ts';
import type { Heard, Words } from '../../src/command/heard.ts';
import { overhear } from '../../src/command/overhear.ts';
import { formOfShortcut } from '../../src/command/shortcut.ts';
import { type ChannelPlace, renderSurface } from '../../src/command/surface.ts';
import { houseOf } from '../../src/compose.ts';
import type { CouncilFile } from '../../src/council/shape.ts';
import { type Instant, instant } from '../../src/domain/day.ts';
import { carried } from '../../src/job/job.ts';
import { jobs } from '../../src/jobs/index.ts';
import { mailBy } from '../../src/mail/mail.ts';
import type { Mailbox } from '../../src/mail/mailbox.ts';
import { directMessage, type Message } from '../../src/practice/state.ts';
import { serveSlack } from '../../src/practice/webApi.ts';
import { createWorkspace, type Workspace } from '../../src/practice/workspace.ts';
import { adjuster } from '../../src/slack/adjust.ts';
import { isForSlack } from '../../src/slack/byMail.ts';
import { type Call, connectClients } from '../../src/slack/clients.ts';
import { delivery } from '../../src/slack/deliver.ts';
import { detours, otherWay } from '../../src/slack/detour.ts';
import { fetchingFiles } from '../../src/slack/fetchFile.ts';
import { hush } from '../../src/slack/hush.ts';
import { remarkArrival, shortcutArrival } from '../../src/slack/payload.ts';
import { buttonSays, type Rendered, render } from '../../src/slack/render.ts';
import { clockwork } from '../../src/slack/schedule.ts';
import { surveying } from '../../src/slack/survey.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { outgoing } from '../../src/store/outgoing.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { testDatabase } from './database.ts';
import { NEIGHBOUR, officeBeginning, officeCouncil, TEAM } from './officeCouncil.ts';
import { buttonsIn, shown } from './shown.ts';
import { quickWatch, quiet } from './slackScene.ts';

const TOKEN = 'xoxb-practice';

/** Who speaks in the scenes. In 令和8年度 那珂市 holds the chair, then かすみがうら市, then 常陸大宮市. */
export const cast = {
  /** 和田 幸子, 那珂市: the lead of 介護保険WG. */
  lead: 'naka-wada',
  /** 佐川 礼子, 常陸大宮市: a member of 介護保険WG until September 2026; 砂川 巧 succeeds her. */
  member: 'omiya-sagawa',
  successor: 'omiya-sunagawa',
  /** 飯田 佳代, かすみがうら市: a member of 介護保険WG who reads English. */
  english: 'kasumi-iida',
  /** 寺門 聡, 那珂市; in 令和9年度 小松崎 瞳, かすみがうら市; in 令和10年度 相田 修一, 常陸大宮市. */
  secretariat: 'naka-terakado',
  secretariat2027: 'kasumi-komatsuzaki',
  secretariat2028: 'omiya-aita',
  /** 根本 雅之, 那珂市: the chair, and one of the secretariat. */
  chair: 'naka-nemoto',
  /** 高野 千春, かすみがうら市: the head of 福祉業務部会. */
  head: 'kasumi-takano',
  /** 橋本, 五霞町: the lead of 障害者福祉WG. */
  otherLead: 'goka-hashimoto',
  /** 市毛 信吾, 茨城県. */
  adviser: 'ken-ichige',
  /** 飛田 進: on the roster, without a seat. */
  noSeat: 'omiya-tobita',
  /** 大久保 正彦, 常陸大宮市: sits in two councils. */
  inTwo: 'omiya-okubo',
  /** An account that no council knows. */
  stranger: 'guest',
} as const;

/** 介護保険WG's channel, and one that is mapped to nothing. */
export const HERE = 'wg-介護保険';
export const LOBBY = '雑談';
/** The direct messages between the bot and whoever speaks. */
export const DIRECT = 'DM';

export interface Office {
  readonly council: CouncilFile;
  readonly store: Store;
  readonly workspace: Workspace;
  /** Business time; it stands still until a test moves it. */
  now(): Instant;
  at(written: string): void;
  /** Types a line in a channel (by its name, 介護保険WG's unless said) and gives what is heard. */
  say(who: string, line: string, channel?: string): Promise<string>;
  /** Posts a message, in a thread where one is named by its time; what is heard, as of a line. */
  post(who: string, words: string, channel?: string, ts?: string): Promise<string>;
  /** Slack delivers the last thing that was said once more. */
  deliverAgain(): Promise<string>;
  /** Several lines at once; what each of them hears in private, then what the channels hear. */
  sayTogether(...lines: readonly (readonly [who: string, line: string])[]): Promise<string>;
  /** Presses the button with this label: in what the person was last told, else on the newest message that has one. */
  press(who: string, label: string, channel?: string): Promise<string>;
  /** Chooses in the menu of a message with these words; gives the form that opens. */
  choose(who: string, shortcut: string, words: string, channel?: string): string;
  /** Fills in the form that the person was last given, and sends it. */
  submit(who: string, fields: Readonly<Record<string, string>>): Promise<string>;
  /** The messages that stand in a channel, as one member sees them. */
  standing(channel?: string): string;
  /** Runs a job as at this instant, and delivers; gives the direct messages by name, and what channels hear. */
  run(
    job: 'digest' | 'overview' | 'handover' | 'succession' | 'circulation' | 'minutes' | 'returned',
    written: string,
  ): Promise<Readonly<Record<string, string>>>;
  /** The clock's work at this instant: whatever is due and was not done, and its delivery; heard as of one job. */
  tick(written: string): Promise<Readonly<Record<string, string>>>;
  /** The account and the mention of somebody. */
  account(who: string): { readonly userId: string; readonly mention: string };
  close(): Promise<void>;
}

export async function office(
  written = '2026-06-01T10:00:00+09:00',
  publicUrl?: string,
  smtpUrl?: string,
  leaps = false,
  mailbox?: Mailbox,
): Promise<Office> {
  const clock = { now: instant(Date.parse(written)) };
  const council = await officeCouncil();
  const database = await testDatabase(await officeBeginning(council));
  const store = openStore(database.pool);
  const workspace = workspaceOf(council, () => clock.now);
  const slack = await serveSlack(workspace);
  const clients = connectClients({ botToken: TOKEN, apiUrl: slack.apiUrl }, quiet);
  // One call after the other, so that what several people hear comes in the same order every time.
  let before: Promise<unknown> = Promise.resolve();
  const inTurn: Call = (method, args) => {
    const answered = before.then(() => clients.bulk(method, args));
    before = answered.catch(() => undefined);
    return answered;
  };
  const bot = workspace.state.teams.get(TEAM)?.bot?.userId ?? '';
  const shownAt = (id: string, key: string, now: Instant, place?: ChannelPlace) =>
    renderSurface(surfaces, key, now, store.council(id), place);
  const sending = outgoing(store.client, 'office');
  const carrier = delivery(
    {
      outgoing: sending,
      clients: { ...clients, bulk: inTurn },
      home: { teamId: TEAM, userId: bot },
      renderSurface: shownAt,
      detour: detours(store, shownAt),
      hush: hush(store, officeCalendar),
      mail: smtpUrl === undefined ? undefined : mailBy(smtpUrl),
    },
    quiet,
    quickWatch(),
  );
  const home = { teamId: TEAM, userId: bot };
  const ways = { isForSlack: isForSlack(sending, home), otherWay: otherWay(store, shownAt) };
  const returning = mailbox && { mailbox, ...ways };
  const work = clockwork({ jobs: jobs(officeCalendar, leaps, returning), store, wake: () => {}, log: quiet });
  const survey = surveying(inTurn, home, quickWatch());
  const inStep = adjuster(
    { store, call: inTurn, home, calendarOn: officeCalendar, wake: () => {}, log: quiet },
    quickWatch(),
  );
  const told = new Map<string, { whispers: readonly Rendered[]; form?: Form; channelId: string }>();
  let last: { who: string; heard: Heard } | undefined;

  function account(who: string) {
    const user = [...workspace.state.users.values()].find((one) => one.name === who);
    if (!user) throw new Error(`nobody is called ${who}`);
    return { userId: user.id, mention: `<@${user.id}>` };
  }

  function channelId(name: string): string {
    const found = [...workspace.state.channels.values()].find((one) => one.name === name);
    if (!found) throw new Error(`there is no channel ${name}`);
    return found.id;
  }

  const spokenIn = (who: string, channel: string): string =>
    channel === DIRECT ? directMessage(workspace.state, TEAM, [bot, account(who).userId]).id : channelId(channel);

  /** Where a message stands, as a reader of the scene knows it. */
  function placeOf(message: Message): string {
    const channel = workspace.state.channels.get(message.channel);
    if (channel?.kind !== 'im') return `#${channel?.name}`;
    const other = [...channel.members].find((id) => id !== bot) ?? '';
    return workspace.state.users.get(other)?.realName ?? '';
  }

  /** Does something, delivers, and gives the messages that are new or read differently since. */
  async function changes(act: () => Promise<unknown>): Promise<{ place: string; text: string }[]> {
    const before = new Map(workspace.state.messages.map((one) => [one.ts, shown(one, workspace)]));
    await act();
    await inStep.drain(clock.now);
    await carrier.drain(clock.now);
    return workspace.state.messages
      .map((one) => ({ one, text: shown(one, workspace) }))
      .filter(({ one, text }) => before.get(one.ts) !== text)
      .map(({ one, text }) => {
        const how = before.has(one.ts) ? '(書換え) ' : one.threadTs ? '(スレッド) ' : '';
        return { place: placeOf(one), text: `${how}${text}` };
      });
  }

  /** One delivery; what its asker hears in private. */
  async function hear(who: string, heard: Heard): Promise<string[]> {
    last = { who, heard };
    const house = houseOf(store, clock.now, TEAM, publicUrl, fetchingFiles(clients), survey);
    const { reply, language, councilId: of } = await answer(heard, house);
    const whispers = reply.whisper ? render(reply.whisper, { language, council: of }) : [];
    told.set(who, { whispers, channelId: heard.channelId, ...(reply.form && { form: reply.form }) });
    return [
      ...whispers.map((one) => `(本人のみ) ${shown(one)}`),
      ...(reply.form ? [`[フォーム] ${reply.form.title[language]}: ${fieldsOf(reply.form, language)}`] : []),
    ];
  }

  const heardFrom = (who: string, command: string, words: Words, place: string, councilId?: string): Heard => ({
    key: randomUUID(),
    command,
    words,
    teamId: TEAM,
    userId: account(who).userId,
    channelId: place,
    councilId,
    at: clock.now,
  });

  async function speak(...speaking: readonly { readonly who: string; readonly heard: Heard }[]): Promise<string> {
    const privately: string[] = [];
    const posted = await changes(async () => {
      const answers = await Promise.all(speaking.map(({ who, heard }) => hear(who, heard)));
      privately.push(...answers.flat());
    });
    return [...privately, ...posted.map(({ place, text }) => `${place} ${text}`)].join('\n');
  }

  const line = (typed: string): [command: string, words: Words] => {
    const [, command = '', words = ''] = /^\/(\S+)\s*([\s\S]*)$/u.exec(typed) ?? [];
    return [command, { line: words }];
  };

  return {
    council,
    store,
    workspace,
    account,
    now: () => clock.now,
    at(moved) {
      clock.now = instant(Date.parse(moved));
    },

    say: (who, typed, channel = HERE) => speak({ who, heard: heardFrom(who, ...line(typed), spokenIn(who, channel)) }),

    async post(who, words, channel = HERE, ts = randomUUID()) {
      const { userId } = account(who);
      const event = { type: 'message', user: userId, team: TEAM, channel: channelId(channel), text: words, ts };
      const heard = remarkArrival({ event_id: randomUUID(), team_id: TEAM, event }, clock.now);
      if (!heard) return '';
      const privately: string[] = [];
      const posted = await changes(async () => {
        const answered = await overhear(heard, houseOf(store, clock.now, TEAM, publicUrl));
        const { reply, language = 'ja', councilId: of } = answered ?? {};
        const whispers = reply?.whisper ? render(reply.whisper, { language, council: of }) : [];
        if (whispers.length > 0) told.set(who, { whispers, channelId: heard.channelId });
        privately.push(...whispers.map((one) => `(本人のみ) ${shown(one)}`));
      });
      return [...privately, ...posted.map(({ place, text }) => `${place} ${text}`)].join('\n');
    },

    deliverAgain() {
      if (!last) throw new Error('nothing was said yet');
      return speak({ ...last, heard: { ...last.heard, at: clock.now } });
    },

    sayTogether: (...lines) =>
      speak(...lines.map(([who, typed]) => ({ who, heard: heardFrom(who, ...line(typed), channelId(HERE)) }))),

    async press(who, label, channel = HERE) {
      const place = spokenIn(who, channel);
      const { userId } = account(who);
      const stand = workspace.messages(place, userId);
      const threads = stand.flatMap((one) => workspace.messages(place, userId, one.ts));
      const seen = [...stand.toReversed(), ...threads.toReversed()];
      const offered = [...(told.get(who)?.whispers ?? []), ...seen].flatMap((one) => buttonsIn(one.blocks));
      const value = offered.find((one) => one.label === label)?.value;
      if (value === undefined) throw new Error(`no button ${label} for ${who} in ${channel}`);
      const says = buttonSays(value);
      return speak({ who, heard: heardFrom(who, ...line(says.line), place, says.council) });
    },

    choose(who, shortcut, words, channel = HERE) {
      const body = {
        ...{ user: { id: account(who).userId, team_id: TEAM }, team: { id: TEAM, domain: 'ibaraki' } },
        ...{ channel: { id: channelId(channel) }, message: { ts: '1780000000.000100', text: words } },
        ...{ callback_id: shortcut, trigger_id: randomUUID() },
      };
      const arrival = shortcutArrival(body, clock.now);
      const form = formOfShortcut(shortcuts, commands, arrival.shortcut, arrival);
      if (!form) throw new Error(`no shortcut ${shortcut}`);
      const given = Object.fromEntries(form.fields.map(({ key, initial }) => [key, initial]));
      const opened = { ...form, given: { ...form.given, ...given } };
      told.set(who, { whispers: [], form: opened, channelId: arrival.heard.channelId });
      return `[フォーム] ${form.title.ja}: ${fieldsOf(form, 'ja')}`;
    },

    async submit(who, fields) {
      const { form, channelId: place = '' } = told.get(who) ?? {};
      if (!form) throw new Error(`${who} has no form`);
      const heard = heardFrom(
        who,
        form.command,
        { subcommand: form.subcommand, fields: { ...form.given, ...fields } },
        place,
      );
      const errors = formErrors(heard, houseOf(store, clock.now, TEAM));
      if (!errors) return speak({ who, heard });
      return Object.entries(errors)
        .map(([key, error]) => `[フォーム] ${key}: ${error.ja}`)
        .join('\n');
    },

    standing(channel = HERE) {
      const [member = ''] = workspace.state.channels.get(channelId(channel))?.members ?? [];
      const messages = workspace.messages(channelId(channel), member);
      return messages.map((one) => shown(one, workspace)).join('\n');
    },

    async run(name, moved) {
      const at = instant(Date.parse(moved));
      clock.now = at;
      const job = jobs(officeCalendar, leaps, returning).find((one) => one.name === name);
      const posted = await changes(async () => {
        for (const due of job?.due(instant(at - 1), at) ?? [])
          for await (const planned of job?.plan(due, store) ?? [])
            await store.act(planned.councilId, async (acting) => {
              const { posts, refresh } = await carried(planned, acting);
              await enqueue(acting.tx, planned.councilId, posts, refresh, at);
            });
      });
      return byPlace(posted);
    },

    async tick(moved) {
      clock.now = instant(Date.parse(moved));
      return byPlace(await changes(() => work.tick(clock.now)));
    },

    async close() {
      await slack.close();
      await store.close();
      await database.close();
    },
  };
}

const fieldsOf = ({ fields }: Form, language: 'ja' | 'en'): string =>
  fields.map(({ label, initial }) => label[language] + (initial && `=${initial}`)).join('、');

function byPlace(posted: readonly { readonly place: string; readonly text: string }[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { place, text } of posted) found[place] = [found[place], text].filter(Boolean).join('\n');
  return found;
}

/** The workspace of the council: its people, a guest, and its channels with everyone and the bot in them. */
export function workspaceOf(council: CouncilFile, now: () => number): Workspace {
  const workspace = createWorkspace({ now, app: { commands: commands.map((one) => `/${one.name}`) } });
  const team = workspace.addTeam({ id: TEAM, domain: 'renkei', name: council.council.shortName }, { token: TOKEN });
  // An account that changed hands belongs to who has it now.
  const owners = council.people.flatMap((one) => one.slack.map(({ user, from }) => ({ user, from, one })));
  const newest = owners.toSorted((a, b) => a.from.localeCompare(b.from));
  for (const [user, { one }] of new Map(newest.map((owner) => [owner.user, owner])))
    workspace.addUser({ id: user, teamId: TEAM, name: one.slug, realName: one.name });
  workspace.addUser({ id: 'U0GUEST', teamId: TEAM, name: cast.stranger, realName: '来訪者' });
  const members = [...workspace.state.users.keys(), team.bot?.userId ?? ''];
  const channels = [...council.channels, NEIGHBOUR, { id: 'C0LOBBY', name: LOBBY }];
  for (const { id, name } of channels) workspace.addChannel({ id, teamId: TEAM, name, members });
  return workspace;
}
