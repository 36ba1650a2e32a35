/** A database whose server restarts, and one whose days begin elsewhere. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openServer } from '../../../src/store/database/server.ts';
import { PrismaClient } from '../../../src/store/prisma/client.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

let made: TestDatabase;
beforeEach(async () => {
  made = await testDatabase();
});
afterEach(() => made.close());
