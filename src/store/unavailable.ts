/** Whether a fault means that the database is away or too busy: nothing to repair here, and worth trying again later. */
import { Prisma } from './prisma/client.ts';

/** Prisma: unreachable, timed out, closed, no connection or transaction free in time, conflict with another act. */
const PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);

/** Of the network, and of Prisma's driver adapter. */
const LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TransactionWriteConflict',
]);

/** PostgreSQL: connection exceptions, out of resources, shut down or starting up, deadlock, serialization failure. */
const STATES = /^(?:08|53|57P0|40001|40P01|25P03)/;

/** What pg says where it has no code. */
const SAYS =
  /Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after calling end|Client has encountered a connection error/;

export function isUnavailable(fault: unknown): boolean {
  if (fault instanceof Prisma.PrismaClientInitializationError) return true;
  if (typeof fault !== 'object' || fault === null) return false;
  const { code, kind, originalCode, message, cause, meta } = fault as Readonly<Record<string, unknown>>;
  const known = [code, kind, originalCode].filter((one) => typeof one === 'string');
  if (known.some((one) => PRISMA.has(one) || LOST.has(one) || STATES.test(one))) return true;
  if (typeof message === 'string' && SAYS.test(message)) return true;
  const inner = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return isUnavailable(cause) || isUnavailable(inner);
}
