import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

/** The same places, in the same order, as bin/chromium.mjs looks in before it installs one. */
const places = [
  // The same engine without a window's trappings: nearly half the work of the one below.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser to test with: CHROMIUM_PATH, else the system's, else Playwright's own. */
export function chromium(variables: Record<string, string | undefined>): LaunchOptions {
  const executablePath = variables.CHROMIUM_PATH || places.find((place) => existsSync(place))
  // Chromium's sandbox refuses to work for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return { args: [...sandbox, ...silent], ...(executablePath ? { executablePath } : {}) }
}

/** It talks to the site under test and to nobody else. */
const silent = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
