import { defineConfig } from 'vitest/config';

/** The suite; `npm cit` runs it whole. Benchmarks live under test/bench and are not part of it. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**', 'node_modules/**', 'dist/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // CI counts what ran; a person reads it.
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'artefacts/suite.json' }]] : ['default'],
  },
});
