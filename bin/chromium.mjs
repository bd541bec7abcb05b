import { canInstall, exists, installFromDebian } from './debian.mjs'
import { runShown } from './run-shown.mjs'

const shell = '/usr/bin/chromium-headless-shell'
const places = [shell, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Sees to it that there is a browser for the journeys: CHROMIUM_PATH, Debian's where this is root on Debian, the
 * system's; everywhere else Playwright brings its own. Of Debian's two the one without windows, which is much less
 * work, where there is one.
 */
export async function ensureChromium() {
  if (process.env.CHROMIUM_PATH || (await exists(shell))) return
  const isInstalled = await installed()
  if (await canInstall()) {
    process.stdout.write('Installing Chromium from Debian …\n')
    const shellPackage = ['chromium-headless-shell', 'fonts-dejavu-core']
    if (await installFromDebian(shellPackage)) return
    if (!isInstalled && (await installFromDebian(['chromium', 'fonts-dejavu-core']))) return
  }
  if (isInstalled) return
  process.stdout.write('Installing Chromium through Playwright …\n')
  await runShown(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
}

async function installed() {
  for (const place of places) if (await exists(place)) return true
  return false
}
