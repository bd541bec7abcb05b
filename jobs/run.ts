import { type Job, type Log, schedule } from './schedule'

/**
 * Starts the schedule in this process; the function it returns ends it. Each job runs a while after the start and
 * then at its pace, so that a site restarted every day does them too. One that fails is logged and runs again.
 */
export function startSchedule(log: Log): () => void {
  const timers = schedule.flatMap((job) => [
    setTimeout(() => void runJob(job, log), job.afterMinutes * 60_000),
    setInterval(() => void runJob(job, log), job.everyMinutes * 60_000),
  ])
  for (const timer of timers) timer.unref()
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
