import { defineConfig } from 'vitest/config';

// The time zone of every Lambda, whatever the machine's own is.
process.env.TZ = 'UTC';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000 } },
      {
        test: {
          name: 'engine',
          include: ['test/engine/**/*.test.ts', 'test/journeys/**/*.test.ts'],
          globalSetup: 'test/harness/start-system.ts',
          // Each worker has a system to itself; a whole run has more than one (local/test.ts).
          maxWorkers: Number(process.env.TEST_SYSTEMS ?? 1),
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
