import { defineConfig } from 'vitest/config';

/** Mostly waiting, for a browser and for starts that fail: these two go side by side. */
const BEGUN = ['test/whole/start.test.ts', 'test/whole/practiceRoom.test.ts'];

/**
 * The suite; `npm cit` runs it whole. The whole bot, as processes that are killed and clocks that are waited for, comes
 * after the rest. Benchmarks live under test/bench and are not part of it.
 */
export default defineConfig({
  test: {
    hookTimeout: 120_000,
    pool: 'forks',
    // As many as CI has cores.
    maxWorkers: 2,
    // CI counts what ran; a person reads it.
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: process.env.SUITE_REPORT ?? 'artefacts/suite.json' }]]
      : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: ['test/whole/**', 'test/bench/**', 'node_modules/**', 'dist/**'],
          // Far more than any needs on a quiet machine; CI shares its two cores with PostgreSQL and a browser.
          testTimeout: 90_000,
          // A worker keeps what it imported: no test here changes a module, and starting anew took half of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole, begun',
          include: BEGUN,
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'whole, troubled',
          include: ['test/whole/**/*.test.ts'],
          exclude: BEGUN,
          testTimeout: 120_000,
          // Each needs the machine to itself: bots are killed and raced, the database is taken away, the clock is waited for.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
