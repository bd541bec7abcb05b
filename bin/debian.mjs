import { access, chmod, rm, writeFile } from 'node:fs/promises'
import { runShown } from './run-shown.mjs'

/** Whether programs may be installed from Debian: by root, where its tools are. */
export async function canInstall() {
  return process.getuid?.() === 0 && (await exists('/usr/bin/apt-get'))
}

/** Installs packages from Debian without starting what they bring. False when it does not come to that. */
export async function installFromDebian(packages) {
  const policy = '/usr/sbin/policy-rc.d'
  const ours = !(await exists(policy))
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  try {
    if (ours) {
      await writeFile(policy, '#!/bin/sh\nexit 101\n')
      await chmod(policy, 0o755)
    }
    await runShown('apt-get', ['update', '-qq'], env)
    const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
    return (await runShown('apt-get', args, env)) === 0
  } finally {
    if (ours) await rm(policy, { force: true })
  }
}

export function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  )
}
