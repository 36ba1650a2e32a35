/** A stretch of wire between the bot and its PostgreSQL server, which a scene can cut or let go silent. */
import { connect, createServer, type Socket } from 'node:net';

export interface Wire {
  /** The database's address by way of this wire. */
  readonly url: string;
  /** Connections break, and new ones are refused, as when the server is stopped. */
  cut(): Promise<void>;
  /** The connections that there are break; the next ones go as all others do. */
  hangUp(): void;
  /** Nothing arrives any more and nothing breaks, as when a cable is pulled. */
  silence(): void;
  /** The connections that there are go silent for ever, as when a firewall forgets them; new ones are fine. */
  forget(): void;
  /** Everything passes again; what was held back by silence too. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** A wire to the database at this address. */
export async function wireTo(databaseUrl: string): Promise<Wire> {
  const target = new URL(databaseUrl);
  const ends = new Set<Socket>();
  const forgotten = new Set<Socket>();
  let silent = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      if (silent) one.pause();
      one.on('data', (bytes) => other.write(bytes));
      one.on('error', () => one.destroy());
      one.on('close', () => {
        ends.delete(one);
        forgotten.delete(one);
        other.destroy();
      });
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const hangUp = (): void => {
    for (const end of ends) end.destroy();
  };
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    hangUp();
    await closed;
  };
  await listen(0);
  const { port } = server.address() as { port: number };
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);

  return {
    url: url.href,
    cut,
    hangUp,
    silence() {
      silent = true;
      for (const end of ends) end.pause();
    },
    forget() {
      for (const end of ends) forgotten.add(end.pause());
    },
    async mend() {
      silent = false;
      for (const end of ends) if (!forgotten.has(end)) end.resume();
      if (!server.listening) await listen(port);
    },
    close: async () => (server.listening ? cut() : undefined),
  };
}
