import { spawn } from 'node:child_process'
import { chown, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { spawnOptions } from './account'
import { type Binaries, program } from './binaries'
import { failureOf } from './failure'
import type { Place } from './place'
import type { StartRefusal } from './refusal'
import { initialSettings } from './settings'

/** The superuser and the database of the cluster. */
export const databaseUser = 'tribune'
export const databaseName = 'tribune'

/** Makes a cluster at `folder/cluster`: UTF-8 whatever the machine's locale, a password for every way in. */
export async function initialise(
  place: Place,
  binaries: Binaries,
  folder: string,
): Promise<StartRefusal | null> {
  const passwordFile = join(folder, 'password')
  const cluster = join(folder, 'cluster')
  await writeFile(passwordFile, `${place.password}\n`, { mode: 0o600 })
  await mkdir(cluster, { mode: 0o700 })
  if (place.account)
    for (const path of [folder, passwordFile, cluster])
      await chown(path, place.account.uid, place.account.gid)
  const options = [
    ...[
      `--pgdata=${cluster}`,
      `--username=${databaseUser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
    ],
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...initialSettings()],
  ]
  const { code, output } = await run(program(binaries, 'initdb'), options, spawnOptions(place))
  return code === 0 ? null : failureOf(place, 'Making the embedded database failed.', output, null)
}

function run(file: string, args: string[], options: ReturnType<typeof spawnOptions>) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}
