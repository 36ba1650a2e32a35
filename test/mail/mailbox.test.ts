/** The mailbox is read by IMAP: on the server of TEST_MAILBOX_URL where that is set, and on servers that do as they like. */
import { createServer, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { mailboxBy, type Position } from '../../src/mail/mailbox.ts';
import { letter, returnedReport } from '../support/letters.ts';
import { inMailbox, mailboxServer, newMailbox } from '../support/mailbox.ts';

const nameOf = (row: number): string => `${row}.9f86d081884c7d659a2feaa0c55ad015`;
const comesBack = (row: number): string =>
  returnedReport({ name: `${nameOf(row)}@smtp.example.jp`, to: 'satou@city.example.jp', status: '5.1.1' });
const ANSWER = letter(`Return-Path: <satou@city.example.jp>
From: satou@city.example.jp
Subject: Re: 550 5.1.1

<${nameOf(99)}@smtp.example.jp>
`);

describe.runIf(mailboxServer)('a mailbox on a server', () => {
  const fresh = (folder = 'INBOX') => {
    const url = newMailbox(mailboxServer ?? '').replace('INBOX', encodeURIComponent(folder));
    const box = mailboxBy(url, { letters: 3, silence: 5_000, whole: 20_000 });
    return {
      url,
      deliver: (...letters: string[]) =>
        inMailbox(url, async (client) => {
          for (const one of letters) await client.append(folder, one);
        }),
      /** The rows of what came back, and up to where it was read. */
      async read(after?: Position) {
        const reading = await box.read(after);
        if (reading.kind !== 'read') throw new Error(reading.kind);
        return { rows: reading.returned.map((one) => Number(one.letter.row)), to: reading.to };
      },
    };
  };

  test('is read from where it was read to, and stays as it was', async () => {
    const { url, deliver, read } = fresh();
    const empty = await read();
    expect(empty.rows).toEqual([]);
    await deliver(comesBack(1), ANSWER, comesBack(2));
    const first = await read(empty.to);
    expect(first.rows).toEqual([1, 2]);
    expect((await read(first.to)).rows).toEqual([]);
    await deliver(comesBack(3));
    expect((await read(first.to)).rows).toEqual([3]);
    const flags = await inMailbox(url, async (client) => {
      await client.mailboxOpen('INBOX', { readOnly: true });
      return (await client.fetchAll('1:*', { flags: true })).map((one) => [...(one.flags ?? [])]);
    });
    // Not even seen: nobody has opened it yet, as far as its owner knows.
    expect(flags).toEqual(Array(4).fill(['\\Recent']));
  });

  test('that was made anew is read anew', async () => {
    const { url, deliver, read } = fresh('不達');
    await inMailbox(url, (client) => client.mailboxCreate('不達'));
    await deliver(comesBack(1), comesBack(2));
    const { rows, to } = await read();
    expect(rows).toEqual([1, 2]);
    await inMailbox(url, (client) => client.mailboxDelete('不達'));
    await inMailbox(url, (client) => client.mailboxCreate('不達'));
    await deliver(comesBack(4));
    expect((await read(to)).rows).toEqual([4]);
  });

  test('that is full of letters is read in parts, the oldest of them first, and at first only the newest', async () => {
    const { deliver, read } = fresh();
    await deliver(comesBack(1), ANSWER, ANSWER, ANSWER);
    const { rows, to } = await read();
    expect(rows).toEqual([]);
    await deliver(ANSWER, ANSWER, ANSWER, comesBack(5));
    const next = await read(to);
    expect(next.rows).toEqual([]);
    expect((await read(next.to)).rows).toEqual([5]);
  });

  test('with a large letter in it is read past it', async () => {
    const { deliver, read } = fresh();
    const large = comesBack(6).replace('おはようございます。', `${'x'.repeat(70)}\r\n`.repeat(50_000));
    await deliver(large, comesBack(7));
    expect((await read()).rows).toEqual([6, 7]);
  });

  test.each([
    ['a wrong password', (url: string) => url.replace(':secret@', ':wrong@'), 'refused'],
    ['a folder that is not there', (url: string) => url.replace('INBOX', '%E4%B8%8D%E9%81%94'), 'refused'],
    ['nobody there', (url: string) => url.replace(/:\d+\//u, ':1/'), 'unreached'],
  ])('that cannot be read for %s', async (_, change, error) => {
    expect(await mailboxBy(change(newMailbox(mailboxServer ?? ''))).read(undefined)).toEqual({ kind: 'away', error });
  });
});

describe('a server', () => {
  const PATIENT = { letters: 3, silence: 10_000, whole: 20_000 };
  /** Says this to whoever comes, answers every line with the next, and remembers the lines. */
  async function served(greeting: string, answer: (line: string) => string, host: string, bounds = PATIENT) {
    const heard: string[] = [];
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.write(greeting);
      socket.on('data', (chunk) => {
        const line = String(chunk).trim();
        heard.push(line);
        socket.write(answer(line));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const reading = await mailboxBy(`imap://renkei:secret@${host}:${port}`, bounds).read(undefined);
    for (const one of sockets) one.destroy();
    server.close();
    return { reading, heard };
  }

  test.each([
    ['that says nothing', '', 300, 10_000],
    ['that says something now and then', '* OK ready\r\n', 10_000, 600],
  ])('%s is not waited for', async (_, greeting, silence, whole) => {
    const { reading } = await served(greeting, () => '* OK a moment\r\n', '127.0.0.1', { letters: 3, silence, whole });
    expect(reading).toEqual({ kind: 'away', error: 'unreached' });
  });

  test('elsewhere that would take the password in clear text is not given it', async () => {
    const answer = (line: string) => `* CAPABILITY IMAP4rev1\r\n${line.split(' ')[0]} OK\r\n`;
    const [elsewhere, here] = [
      await served('* OK ready\r\n', answer, '[::ffff:127.0.0.1]'),
      await served('* OK ready\r\n', answer, '127.0.0.1'),
    ];
    expect(here.heard.join('\n')).toContain('secret');
    expect(elsewhere.heard.join('\n')).not.toContain('secret');
    expect(elsewhere.reading).toEqual({ kind: 'away', error: 'unreached' });
  });
});
