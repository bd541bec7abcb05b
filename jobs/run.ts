import { type Job, type Log, schedule } from './schedule'

/** Between jobs that are due at once, so that they take turns on one connection instead of opening one each. */
const apartMs = 90

/**
 * Starts the schedule in this process; the function it returns ends it. Each job runs a while after the start and
 * then at its pace, so that a site restarted every day does them too. One that fails is logged and runs again.
 */
export function startSchedule(log: Log, jobs: readonly Job[] = schedule): () => void {
  const timers = new Set<NodeJS.Timeout>()
  for (const [place, job] of jobs.entries()) {
    const run = () => void runJob(job, log)
    const begin = () => {
      run()
      timers.add(setInterval(run, job.everyMinutes * 60_000).unref())
    }
    timers.add(setTimeout(begin, job.afterMinutes * 60_000 + place * apartMs).unref())
  }
  return () => {
    for (const timer of timers) clearTimeout(timer)
  }
}

async function runJob(job: Job, log: Log): Promise<void> {
  try {
    await job.run(new Date(), log)
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
    log({ event: 'job-failed', job: job.name, error: told })
  }
}
