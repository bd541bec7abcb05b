import { canInstall, exists, installFromDebian } from './debian.mjs'
import { runShown } from './run-shown.mjs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Sees to it that there is a browser for the journeys: CHROMIUM_PATH, the system's, or, where this is root on
 * Debian, Debian's; everywhere else Playwright brings its own.
 */
export async function ensureChromium() {
  if (process.env.CHROMIUM_PATH || (await installed())) return
  if (await canInstall()) {
    process.stdout.write('Installing Chromium from Debian …\n')
    if (await installFromDebian(['chromium', 'fonts-dejavu-core'])) return
  }
  process.stdout.write('Installing Chromium through Playwright …\n')
  await runShown(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
}

async function installed() {
  for (const place of places) if (await exists(place)) return true
  return false
}
