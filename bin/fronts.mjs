import { canInstall, exists, installFromDebian } from './debian.mjs'

const wanted = [
  { package: 'nginx-light', programs: ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx'] },
  { package: 'openssl', programs: ['/usr/bin/openssl', '/usr/local/bin/openssl'] },
  { package: 'varnish', programs: ['/usr/sbin/varnishd', '/usr/local/sbin/varnishd'] },
]

/** What stands in front of the site in the tests: installed where this is root on Debian, elsewhere looked for. */
export async function ensureFronts() {
  const missing = []
  for (const { package: name, programs } of wanted)
    if (!(await Promise.all(programs.map(exists))).includes(true)) missing.push(name)
  if (missing.length === 0) return
  if (await canInstall()) {
    process.stdout.write(`Installing ${missing.join(', ')} from Debian …\n`)
    if (await installFromDebian(missing)) return
  }
  process.stdout.write(`Missing here: ${missing.join(', ')}. The tests behind them are not run.\n`)
}
