/**
 * The door in a scene: the small council, its workspace, a handful of commands, and Bolt listening. What is typed there
 * travels as it does in production, signed and over HTTP or a WebSocket.
 */
import pino from 'pino';
import { z } from 'zod';
import { note } from '../../commands/arguments/words.ts';
import { officeCalendar } from '../../src/calendar/holidays.ts';
import { answer, formErrors, formHere, type House, opensForm } from '../../src/command/answer.ts';
import { argument } from '../../src/command/argument.ts';
import { overhear } from '../../src/command/overhear.ts';
import { type Reply, whisper } from '../../src/command/reply.ts';
import { formOfShortcut, type Shortcut } from '../../src/command/shortcut.ts';
import { aboutNothing, type Command, subcommand } from '../../src/command/subcommand.ts';
import { day, instant } from '../../src/domain/day.ts';
import { openApart } from '../../src/sheet/reading.ts';
import { type Hearing, hearing } from '../../src/slack/hear.ts';
import { receive } from '../../src/slack/receive.ts';
import { type Serving, serve } from '../../src/slack/serve.ts';
import { overHttp, overSockets, type Way } from '../../src/slack/ways.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { buttons, rows } from '../../src/text/message.ts';
import { en, ja, same } from '../../src/text/text.ts';
import { quiet, type SlackScene } from './slackScene.ts';
import { TEAM } from './smallCouncil.ts';

const number = argument<number>({
  label: { ja: ja`要件番号`, en: en`number` },
  field: { kind: 'line' },
  read: (line) => {
    const found = /^\d+/.exec(line)?.[0];
    if (found) return { read: Number(found), length: found.length };
    return line === '' ? { absent: true } : { unclear: { ja: ja`番号ではありません。`, en: en`Not a number.` } };
  },
});

const anyone = () => ({
  admits: {
    acting: {
      role: { as: 'member', seat: 's', body: 'kaigo', municipality: '082252', deputy: false },
      onBehalf: false,
    },
  } as const,
});
const base = { about: aboutNothing, who: anyone, examples: ['1'], args: z.object({}) } as const;

/** What a scene makes a command do. */
interface Doings {
  /** Before `/req slow` answers. */
  slow: () => Promise<void>;
  /** Where Slack says that it took the token away. */
  lookAtToken: () => Promise<void>;
}

/** On a message: decides, with its address in the reason. */
const SHORTCUTS: readonly Shortcut[] = [
  { id: 'decide_here', label: same('決定'), command: 'req', subcommand: 'decide', field: 'note' },
];

/** `show` tells, `decide` acts and asks by a form, `proceed` shows what waits and is left, `slow` takes its time, `secret` tells once, `broken` is broken, `garbled` reads a file in vain, `rows N` is long. */
const commandsOf = (doings: Doings): Command[] => [
  {
    name: 'req',
    summary: { ja: ja`要件`, en: en`requirements` },
    unclear: [],
    subcommands: [
      subcommand({
        ...base,
        name: 'show',
        alias: ['表示'],
        summary: { ja: ja`要件を表示します`, en: en`Show a requirement` },
        effect: 'read',
        args: z.object({ number, note: note.optional() }),
        run: async (said, { place, now }) =>
          whisper(
            { ja: ja`要件${said.number} ${said.note ?? ''}`, en: en`Requirement ${said.number}` },
            rows([same(`${place.channelId} ${new Date(now).toISOString()}`)]),
          ),
      }),
      subcommand({
        ...base,
        name: 'decide',
        alias: ['決定'],
        summary: { ja: ja`要件の決定を記録します`, en: en`Record the decision on requirements` },
        effect: 'act',
        args: z.object({ number, note }),
        run: async ({ number, note }): Promise<Reply> =>
          number === 404
            ? whisper({ ja: ja`要件404は見つかりません。`, en: en`There is no requirement 404.` })
            : {
                whisper: {
                  summary: { ja: ja`要件${number}を決定しました。`, en: en`Requirement ${number} was decided.` },
                },
                posts: [
                  {
                    kind: 'message',
                    key: `decision:${number}`,
                    to: { body: 'kaigo' },
                    message: { summary: same(`決定 ${number} ${note}`) },
                  },
                ],
                done: [`requirement:${number}`],
              },
      }),
      subcommand({
        ...base,
        name: 'proceed',
        alias: ['実行'],
        summary: same('proceed'),
        effect: 'read',
        args: z.object({ number, note: note.optional() }),
        run: async ({ note }) =>
          note === undefined
            ? whisper(same('確認'), buttons({ label: same('進める'), line: '/req proceed 1' }))
            : { ...whisper(same('取りやめました')), replaces: true },
      }),
      subcommand({
        ...base,
        name: 'slow',
        alias: ['遅い'],
        summary: same('slow'),
        effect: 'read',
        run: async () => {
          await doings.slow();
          return whisper(same('できました'));
        },
      }),
      subcommand({
        ...base,
        name: 'ask',
        alias: ['尋ねる'],
        summary: same('ask'),
        effect: 'read',
        opensForm: () => true,
        args: z.object({ number }),
        run: async (said): Promise<Reply> => {
          await doings.slow();
          if (said.number === 404) return whisper(same('ありません'));
          const asked = { key: 'number', label: same('番号'), field: { kind: 'line' }, optional: false } as const;
          return {
            form: { command: 'req', subcommand: 'show', title: same('回答'), fields: [{ ...asked, initial: '7' }] },
          };
        },
      }),
      subcommand({
        ...base,
        name: 'secret',
        alias: ['秘密'],
        summary: same('secret'),
        effect: 'read',
        run: async () => {
          await doings.slow();
          return { ...whisper(same('https://renkei.example/calendar/TOKEN.ics')), toldOnce: true };
        },
      }),
      subcommand({
        ...base,
        name: 'broken',
        alias: ['故障'],
        summary: same('broken'),
        effect: 'read',
        run: async () => {
          throw new RangeError('秘密の文言');
        },
      }),
      subcommand({
        ...base,
        name: 'garbled',
        alias: ['化け'],
        summary: same('garbled'),
        effect: 'read',
        run: async () => {
          // No file comes without a name: the thread does not end what it began.
          await openApart({ bytes: new TextEncoder().encode('秘密の文言'), name: undefined as never });
          return whisper(same('read'));
        },
      }),
      subcommand({
        ...base,
        name: 'rows',
        alias: ['行'],
        summary: same('rows'),
        effect: 'read',
        args: z.object({ number }),
        run: async (said) => {
          await doings.slow();
          return whisper(
            same('一覧'),
            rows(Array.from({ length: said.number }, (_, i) => same(`${i} ${'あ'.repeat(50)}`))),
          );
        },
      }),
    ],
  },
  { name: 'wg', summary: same('wg'), unclear: [], subcommands: [] },
];

export interface DoorScene {
  readonly store: Store;
  readonly hearing: Hearing;
  readonly way: Way;
  readonly serving: Serving;
  readonly doings: Doings;
  /** What was logged, as JSON lines. */
  readonly log: string[];
  close(): Promise<void>;
}

/** Opens the door of this workspace, before the database of this store. */
export async function openDoor(
  slack: SlackScene,
  pool: Parameters<typeof openStore>[0],
  mode: 'http' | 'socket' = 'http',
): Promise<DoorScene> {
  const store = openStore(pool);
  const doings: Doings = { slow: async () => {}, lookAtToken: async () => {} };
  const commands = commandsOf(doings);
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const house: House = {
    commands,
    homeTeam: TEAM,
    store,
    fetchFile: async () => ({ refused: 'unreached' }),
    survey: async () => ({ slack: { channels: undefined, accounts: undefined, groups: undefined }, unread: [] }),
    calendar: officeCalendar(day('2026-06-09')),
    enqueue: (acting, reply, at) => enqueue(acting.tx, acting.id, reply.posts ?? [], reply.refresh ?? [], at),
  };
  const ears = hearing({
    behind: {
      commands: commands.map((one) => one.name),
      answer: (heard) => answer(heard, house),
      overhear: (heard) => overhear(heard, house),
      opensForm: (heard) => opensForm(heard, house),
      formOfShortcut: (id, message) => formOfShortcut(SHORTCUTS, commands, id, message),
      formHere: (heard, form) => formHere(heard, form, house),
      formErrors: (heard) => formErrors(heard, house),
      letter: ({ key, userId, at }, councilId, message) =>
        enqueue(
          store.client,
          councilId,
          [{ kind: 'message', key: `whisper:${key}`, to: { channel: { teamId: TEAM, channelId: userId } }, message }],
          [],
          at,
        ),
      wake: () => {},
    },
    clients: slack.clients,
    now: () => instant(slack.clock.now),
    log,
  });
  const { signingSecret, appToken } = slack.workspace.app;
  const way =
    mode === 'http' ? overHttp(signingSecret, quiet) : overSockets({ appToken, apiUrl: slack.apiUrl }, quiet, () => {});
  await receive(
    way,
    ears,
    house.commands.map((one) => one.name),
    slack.home,
    log,
    () => doings.lookAtToken(),
  );
  const serving = await serve({ host: '127.0.0.1', port: 0 }, way.requests, {
    checks: { slack: way.connected },
    about: async () => ({ queue: { waiting: 0 } }),
  });
  if (mode === 'http') slack.workspace.connect(`${serving.url}/slack/events`, { clock: Date.now });
  return {
    store,
    hearing: ears,
    way,
    serving,
    doings,
    log: lines,
    async close() {
      await ears.settled();
      await way.stop();
      await serving.close();
      await store.close();
    },
  };
}
