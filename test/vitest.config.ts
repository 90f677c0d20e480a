import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Three projects so that each can be run, counted and bounded by itself. */
export default defineConfig({
  test: {
    root,
    // Vitest would leave one core idle, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      // Files share a process: dictionary, gazetteer and rules are read once, and the suite takes half the processor time. None leaves anything behind for the next.
      { test: { name: 'unit', root, globalSetup: 'test/in-memory.ts', setupFiles: 'test/same-cases.ts', isolate: false, include: ['test/*.test.ts', 'test/contract/**/*.test.ts', 'test/core/**/*.test.ts', 'test/hosts/**/*.test.ts', 'test/renderer/**/*.test.{ts,tsx}', 'test/scripts/**/*.test.ts'], testTimeout: 20_000 } },
      // Several windows at once: each has its own home, library and browser, and mostly waits.
      { test: { name: 'e2e', root, globalSetup: 'test/in-memory.ts', expect: { poll: { timeout: 15_000 } }, include: ['test/e2e/**/*.test.ts', 'test/standin/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'packaging', root, include: ['test/packaging/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false } },
    ],
  },
})
