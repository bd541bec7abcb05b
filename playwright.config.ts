import { defineConfig } from '@playwright/test'
import { chromium } from './e2e/chromium'

/**
 * Tried without scripts in `npm run test:long` only: the desk's quieter corners, which are the same forms as in the queue
 * and in correcting, and examinations of what is the same for both or less without.
 */
const atLength =
  /\/(?:desk-(?:appeals|articles|checks|embargo|front|log|pictures|reasons|readers|rules|start)|settings|private-pages|article-pictures|budgets|documents|privacy)\.spec\.ts$/

/** Journeys through the real site, in a real browser: every one with scripts and without, where both make sense. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: /e2e\/[^/]+\.spec\.ts$/,
  globalSetup: './e2e/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // The machine may be busy with something else: where nothing is wrong, patience costs nothing.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // bin/test.mjs counts from the second, which would print itself without a file to go to.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
  use: {
    browserName: 'chromium',
    launchOptions: chromium(process.env),
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'scripts', use: { javaScriptEnabled: true } },
    // What only a script does is promised in *.scripts.spec.ts.
    {
      name: 'no-scripts',
      use: { javaScriptEnabled: false },
      // What opens no page is the same for both.
      grepInvert: /@once/,
      testIgnore: [/\.scripts\.spec\.ts$/, ...(process.env.TRIBUNE_LONG ? [] : [atLength])],
    },
  ],
})
