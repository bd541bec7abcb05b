import { setTimeout as pause } from 'node:timers/promises'
import { readEnv } from '@/lib/env'
import { type ProcessRecord, readProcessRecord } from '@/lib/process-record'

const lookAgainMs = 200

/** `tribune restart`: has the running site build what changed and replace its workers one by one, and waits for it. */
export async function restartSite(): Promise<number> {
  const read = readEnv(process.env)
  if (!read.ok) return say(read.problems.join('\n'))
  const dataDir = read.value.DATA_DIR
  const running = await readProcessRecord(dataDir)
  if (!running) return say(`No site runs with the data directory ${dataDir}.`)
  process.kill(running.pid, 'SIGHUP')
  for (;;) {
    await pause(lookAgainMs)
    const now = await readProcessRecord(dataDir)
    if (now?.pid !== running.pid) return say('The site ended before it was restarted.')
    if (isOver(now, running)) return conclude(now)
  }
}

function isOver(now: ProcessRecord, before: ProcessRecord): boolean {
  return now.restarts > before.restarts && !now.busy
}

function conclude({ problem }: ProcessRecord): number {
  if (problem !== null) return say(`${problem}\nThe site goes on as it was.`)
  process.stdout.write('Restarted.\n')
  return 0
}

function say(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
