import { closeByAge } from './close-by-age'
import { compareCounters } from './compare-counters'
import { endPins } from './end-pins'
import { publishWhatIsDue } from './go-live'
import { keepWhatIsReadMost } from './keep-most-read'
import { notePings } from './ping'
import { rankOther } from './rank-other-view'
import { recheck } from './recheck'
import { sendOutbox } from './send-outbox'
import { slowWhatHeatsUp } from './slow-what-heats-up'
import { sweep } from './sweep'
import { watchClocks } from './watch-clocks'

export type Log = (line: Record<string, unknown>) => void
export type Job = {
  name: string
  everyMinutes: number
  afterMinutes: number
  run: (now: Date, log: Log) => Promise<void>
}

/** Every scheduled job. Each is safe to run twice, and at the same time in several processes. */
export const schedule: Job[] = [
  // Every second: a time that was promised is kept to the second.
  { name: 'go-live', everyMinutes: 1 / 60, afterMinutes: 1 / 60, run: publishWhatIsDue },
  { name: 'sweep', everyMinutes: 60, afterMinutes: 1, run: sweep },
  { name: 'rank-other-view', everyMinutes: 1, afterMinutes: 1, run: rankOther },
  { name: 'close-by-age', everyMinutes: 1, afterMinutes: 1, run: closeByAge },
  { name: 'slow-what-heats-up', everyMinutes: 1, afterMinutes: 1, run: slowWhatHeatsUp },
  { name: 'watch-clocks', everyMinutes: 1, afterMinutes: 0.5, run: watchClocks },
  { name: 'send-outbox', everyMinutes: 0.25, afterMinutes: 0.25, run: sendOutbox },
  { name: 'note-pings', everyMinutes: 0.25, afterMinutes: 0.25, run: notePings },
  { name: 'recheck', everyMinutes: 1, afterMinutes: 1, run: recheck },
  { name: 'end-pins', everyMinutes: 0.25, afterMinutes: 0.25, run: endPins },
  { name: 'keep-most-read', everyMinutes: 2, afterMinutes: 0.5, run: keepWhatIsReadMost },
  { name: 'compare-counters', everyMinutes: 24 * 60, afterMinutes: 10, run: compareCounters },
]
