import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }

// What takes longer than its worth at every change: `npm run test:long` alone looks at it.
const long = process.env.TRIBUNE_LONG ? [] : ['**/*.long.*.test.ts']

export default defineConfig({
  resolve: { alias },
  test: {
    // Every core; the usual is one fewer, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          // A law tries hundreds of cases, and the machine may be busy.
          testTimeout: 30_000,
          include: ['**/*.test.{ts,tsx,mjs}'],
          // Rules are pure: what is loaded for one file is as good for the next.
          isolate: false,
          exclude: ['**/node_modules/**', '**/*.{db,process}.test.ts', '.next/**', '.data/**'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          globalSetup: 'lib/database/test-server.ts',
          setupFiles: 'lib/database/test-tidying.ts',
          include: ['**/*.db.test.ts'],
          // Each file has a database of its own; what is loaded and warm stays.
          isolate: false,
          exclude: ['**/node_modules/**', '.next/**', '.data/**', ...long],
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'process',
          globalSetup: 'e2e/process/prepared.ts',
          include: ['**/*.process.test.ts'],
          exclude: ['**/node_modules/**', '.next/**', '.data/**', ...long],
          // Each starts sites of its own, which mostly wait.
          maxWorkers: 2,
          testTimeout: 400_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
