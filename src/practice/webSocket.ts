/** The server's side of one WebSocket (RFC 6455), as far as Socket Mode needs it: text, ping and pong, close. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

export interface Connection {
  send(text: string): void;
  ping(): void;
  /** Says goodbye and waits for the other side. */
  close(): void;
  destroy(): void;
  onClosed(listener: () => void): void;
}

/** Answers the upgrade and hands each whole text that arrives to `heard`. */
export function acceptConnection(req: IncomingMessage, socket: Duplex, heard: (text: string) => void): Connection {
  const accept = createHash('sha1').update(`${req.headers['sec-websocket-key']}${GUID}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const write = (opcode: number, payload: Buffer): void => {
    if (!socket.destroyed) socket.write(frame(opcode, payload));
  };

  let left = Buffer.alloc(0);
  let parts: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => {
    left = Buffer.concat([left, chunk]);
    for (let read = readFrame(left); read; read = readFrame(left)) {
      left = left.subarray(read.length);
      if (read.opcode === PING) write(PONG, read.payload);
      else if (read.opcode === CLOSE) {
        write(CLOSE, read.payload);
        socket.end();
      } else if (read.opcode <= TEXT) {
        parts.push(read.payload);
        if (!read.final) continue;
        heard(Buffer.concat(parts).toString());
        parts = [];
      }
    }
  });
  socket.on('error', () => socket.destroy());
  return {
    send: (text) => write(TEXT, Buffer.from(text)),
    ping: () => write(PING, Buffer.alloc(0)),
    close: () => write(CLOSE, Buffer.from([0x03, 0xe8])),
    destroy: () => socket.destroy(),
    onClosed: (listener) => {
      socket.once('close', listener);
    },
  };
}

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  head[1] = length < 126 ? length : length < 65_536 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

/** The first whole frame in these bytes, unmasked; undefined where more must arrive first. */
function readFrame(
  bytes: Buffer,
): { readonly final: boolean; readonly opcode: number; readonly payload: Buffer; readonly length: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes[1]! & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const masked = (bytes[1]! & 0x80) !== 0;
  const head = 2 + lengthBytes + (masked ? 4 : 0);
  if (bytes.length < head) return undefined;
  const size = lengthBytes === 2 ? bytes.readUInt16BE(2) : lengthBytes === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < head + size) return undefined;
  const payload = Buffer.from(bytes.subarray(head, head + size));
  const mask = bytes.subarray(head - 4, head);
  if (masked) for (let i = 0; i < size; i++) payload[i]! ^= mask[i % 4]!;
  return { final: (bytes[0]! & 0x80) !== 0, opcode: bytes[0]! & 0x0f, payload, length: head + size };
}
