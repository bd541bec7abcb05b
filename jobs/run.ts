import { type Job, type Log, schedule } from './schedule'

/** Starts the schedule in this process; the function it returns ends it. A job that fails is logged and runs again. */
export function startSchedule(log: Log): () => void {
  const timers = schedule.map((job) => {
    const timer = setInterval(() => void runJob(job, log), job.everyMinutes * 60_000)
    timer.unref()
    return timer
  })
  return () => {
    for (const timer of timers) clearInterval(timer)
  }
}

async function runJob(job: Job, log: Log): Promise<void> {
  try {
    await job.run(new Date(), log)
  } catch (error) {
    log({
      event: 'job-failed',
      job: job.name,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}
