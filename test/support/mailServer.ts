/** A stand-in of a mail server: it takes letters, refuses an address or a letter, asks to come later, or breaks off, as it is told. */
import { createServer, type Socket } from 'node:net';

export interface MailServer {
  readonly url: string;
  /** The letters that were taken, as they came. */
  readonly letters: { readonly to: string; readonly source: string }[];
  /** What it does with the next letters. */
  behaves: 'takes' | 'refuses' | 'refusesWords' | 'isFull' | 'later' | 'breaksOff';
  close(): Promise<void>;
}

/** What it says to an address. */
const AT_ADDRESS: Partial<Record<MailServer['behaves'], string>> = {
  refuses: '550 no such person',
  isFull: '552 5.2.2 mailbox full',
  later: '451 later',
};

export async function mailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let [to, data, buffer] = ['', undefined as string | undefined, ''];
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    const hear = (line: string): void => {
      if (data !== undefined) {
        if (line !== '.') {
          data += `${line}\n`;
          return;
        }
        if (stand.behaves === 'breaksOff') return void socket.destroy();
        if (stand.behaves === 'refusesWords') {
          data = undefined;
          say('554 5.7.1 looks like spam');
          return;
        }
        stand.letters.push({ to, source: data });
        data = undefined;
        say('250 taken');
      } else if (/^RCPT TO/i.test(line)) {
        to = /<([^>]*)>/.exec(line)?.[1] ?? '';
        say(AT_ADDRESS[stand.behaves] ?? '250 ok');
      } else if (/^DATA/i.test(line)) {
        data = '';
        say('354 go on');
      } else if (/^EHLO/i.test(line)) say('250-stand-in\r\n250 AUTH PLAIN');
      else if (/^AUTH/i.test(line)) say('535 5.7.8 not accepted');
      else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else say('250 ok');
    };
    socket.on('data', (chunk) => {
      buffer += chunk.toString('utf8');
      const lines = buffer.split('\r\n');
      buffer = lines.pop() ?? '';
      lines.forEach(hear);
    });
    socket.on('error', () => undefined);
    say('220 stand-in');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const stand: MailServer = {
    url: `smtp://127.0.0.1:${port}?from=renkei@example.jp&ignoreTLS=true`,
    letters: [],
    behaves: 'takes',
    async close() {
      for (const one of sockets) one.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stand;
}
