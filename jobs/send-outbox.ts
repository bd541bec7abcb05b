import { markFailed, markSent, mostAttempts, type Note, takeNotes } from '@/lib/outbox-sending'
import { tellHub, tellSearch } from './ping'
import type { Log } from './schedule'
import { tellError } from './tell-error'
import { tellOverdue } from './tell-overdue'
import { thankReporter } from './thank-reporter'

/** What can be sent, and how. Kinds that nobody knows yet stay where they are. */
const senders: Record<string, (note: Note, now: Date) => Promise<void>> = {
  'queue-overdue': tellOverdue,
  'hub-ping': tellHub,
  'search-ping': tellSearch,
  'error-reported': tellError,
  'error-corrected': thankReporter,
}

// As many as are sent well before anybody else may take them.
const mostAtOnce = 10

/** Sends what is due. What fails is tried again later; what was under way in a process that died, too. */
export async function sendOutbox(now: Date, log: Log): Promise<void> {
  const notes = await takeNotes(Object.keys(senders), mostAtOnce, now)
  await Promise.all(notes.map((note) => send(note, now, log)))
}

async function send(note: Note, now: Date, log: Log): Promise<void> {
  try {
    await senders[note.kind]?.(note, now)
    await markSent(note, now)
  } catch (error) {
    await markFailed(note, now)
    const event = note.attempts >= mostAttempts ? 'outbox-given-up' : 'outbox-failed'
    const { kind, attempts } = note
    log({ event, id: String(note.id), kind, attempts, error: String(error) })
  }
}
