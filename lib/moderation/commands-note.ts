import { inTransaction, type Transaction } from '@/lib/db'
import { leaveInOutbox } from '@/lib/outbox'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { denied, type PermissionRefusal } from './commands-permission'
import { recordAction } from './staff-action'

export const longestNote = 2_000

export type NoteRefusal = PermissionRefusal | { error: 'no-reader' | 'blank' | 'too-long' }

type Note = { readerId: number; text: string }
type Noted = Outcome<{ id: number }, NoteRefusal>

/** Keeps what the newsroom should know of a reader, for good. They never see it, and the log says only that there is one. */
export async function noteReader(moderator: Moderator, note: Note, now: Date): Promise<Noted> {
  return write(moderator, 'note', note, now, async (tx, readerId, text) => {
    const { id } = await tx.readerNote.create({
      data: { readerId, authorId: moderator.id, text, createdAt: now },
      select: { id: true },
    })
    await recordAction(
      tx,
      { kind: 'noted', actorId: moderator.id, readerId, detail: { readerNote: id } },
      now,
    )
    return id
  })
}

/** Tells a reader something, in the newsroom's name: on their account page, and by mail. What was sent stays written. */
export async function messageReader(moderator: Moderator, note: Note, now: Date): Promise<Noted> {
  return write(moderator, 'message', note, now, async (tx, readerId, text) => {
    const id = await recordAction(tx, { kind: 'messaged', actorId: moderator.id, readerId, note: text }, now)
    await leaveInOutbox(tx, { kind: 'reader-message', payload: { actionId: id, readerId } })
    return id
  })
}

/** Reads what was typed about a reader or to them, and has it written by whoever may. */
async function write(
  moderator: Moderator,
  action: 'note' | 'message',
  { readerId, text: typed }: Note,
  now: Date,
  save: (tx: Transaction, readerId: number, text: string) => Promise<number>,
): Promise<Noted> {
  const text = readText(typed)
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, action, { readerId }, now)
    if (no) return no
    if (typeof text !== 'string') return refused(text)
    if (!(await tx.reader.findUnique({ where: { id: readerId }, select: { id: true } })))
      return refused({ error: 'no-reader' })
    return done({ id: await save(tx, readerId, text) })
  })
}

function readText(typed: string): string | { error: 'blank' | 'too-long' } {
  const text = typed.trim()
  if (text === '') return { error: 'blank' }
  return text.length > longestNote ? { error: 'too-long' } : text
}
