import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    // Ministries publish in Beijing, readers live anywhere: no test may depend on the machine's zone.
    env: { TZ: 'America/St_Johns' },
    testTimeout: 20_000,
    // By default one core is left to a watcher, which is half of a small machine.
    maxWorkers: '100%',
  },
});
