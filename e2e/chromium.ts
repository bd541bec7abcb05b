import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

const debian = '/usr/bin/chromium'

/** The browser to test with: CHROMIUM_PATH, else Debian's where it is installed, else Playwright's own. */
export function chromium(variables: Record<string, string | undefined>): LaunchOptions {
  const executablePath = variables.CHROMIUM_PATH || (existsSync(debian) ? debian : undefined)
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
