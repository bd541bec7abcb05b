import { setTimeout as pause } from 'node:timers/promises'
import type { Block } from '@/lib/articles/body'
import { wordsIn } from '@/lib/articles/body-words'
import { db } from '@/lib/db'
import type { Base } from '@/lib/newsroom/base'
import { choiceName, choices, standsAt } from '@/lib/newsroom/choose'
import { saveDraft } from '@/lib/newsroom/commands-save'
import { settleAside } from '@/lib/newsroom/commands-settle'
import type { DraftContent } from '@/lib/newsroom/draft-content'
import type { Moderator } from '@/lib/readers/viewer'
import { baseOf, nowAt } from './test-desk'

/** Somebody at work as a browser is: what they see, what it is called, and what they did to it. */
type Writer = { who: Moderator; name: string; base: Base; content: DraftContent; count: number }
export type Ledger = {
  /** Every word that was ever sent to be saved; each was typed once. */
  sent: Set<string>
  /** Those that somebody took away who had them before their eyes, or chose against. */
  takenAway: Set<string>
  saves: number
}
type Work = {
  articleId: number
  isOver: () => boolean
  restMs: () => number
  random: () => number
  now: Date
}

const fields = ['headline', 'standfirst', 'dateline'] as const
const wordsOf = (value: unknown) => JSON.stringify(value ?? null).match(/«[^»]*»/g) ?? []
const textOf = (block: Block) => wordsIn(block).join(' ')

/** Two people write the same article at once, by the commands their pages call, until it is over; who chooses, chooses at random. */
export async function writeTogether(people: Moderator[], work: Work): Promise<Ledger> {
  const ledger: Ledger = { sent: new Set(), takenAway: new Set(), saves: 0 }
  const start = await nowAt(work.articleId)
  await Promise.all(
    people.map(async (who, index) => {
      const writer: Writer = { who, name: String(index), ...start, count: 0 }
      while (!work.isOver()) {
        edit(writer, ledger, work.random)
        await save(writer, ledger, work)
        if (work.random() < 0.15) await settle(writer, ledger, work)
        await pause(work.restMs())
      }
    }),
  )
  return ledger
}

/** As the page does: who types on while a save is on its way goes on from what they sent; else they see what is written now. */
async function save(writer: Writer, ledger: Ledger, { articleId, random, now }: Work): Promise<void> {
  const { base, content } = writer
  for (const word of wordsOf(content)) ledger.sent.add(word)
  const answer = saveDraft(writer.who, { articleId, base, content }, now)
  const typesOn = random() < 0.5
  if (typesOn) edit(writer, ledger, random)
  const saved = await answer
  if (!saved.ok) throw new Error(saved.error)
  ledger.saves += 1
  const { value } = saved
  writer.base = baseOf(typesOn && value.isMerged ? value.sent : value.base)
  if (!typesOn) writer.content = value.content
}

/** Looks at what waits for a choice, and decides after a while; what was seen and not chosen was taken away by a person. */
async function settle(writer: Writer, ledger: Ledger, work: Work): Promise<void> {
  const { articleId, random, now } = work
  const waiting = await db().draftAside.findFirst({
    where: { articleId, settledAt: null, place: { startsWith: 'block:' } },
    orderBy: { id: 'asc' },
    select: { id: true, place: true, aside: true },
  })
  if (!waiting) return
  const standing = standsAt((await nowAt(articleId)).content, waiting.place)
  const choice = choices[Math.floor(random() * choices.length)] ?? 'both'
  await pause(work.restMs())
  const seen = choiceName(standing, waiting.aside)
  const settled = await settleAside(writer.who, { articleId, asideId: waiting.id, choice, seen }, now)
  if (!settled.ok || choice === 'both') return
  for (const word of wordsOf(choice === 'standing' ? waiting.aside : standing)) ledger.takenAway.add(word)
}

/** Adds a word, a paragraph or a line of the head; moves a paragraph, or takes one away. */
function edit(writer: Writer, ledger: Ledger, random: () => number): void {
  const word = `«${writer.name}x${writer.count}»`
  writer.count += 1
  const body = [...writer.content.body]
  const at = Math.floor(random() * body.length)
  const [there, kind] = [body[at], random()]
  const field = fields[Math.floor(random() * fields.length)] ?? 'headline'
  if (kind < 0.15) {
    for (const gone of wordsOf(writer.content[field])) ledger.takenAway.add(gone)
    writer.content = { ...writer.content, [field]: word }
    return
  }
  if (kind < 0.25 && there && body.length > 8) {
    for (const gone of wordsOf(there)) ledger.takenAway.add(gone)
    body.splice(at, 1)
  } else if (kind < 0.35 && there) {
    body.splice(at, 1)
    body.splice(Math.floor(random() * (body.length + 1)), 0, there)
  } else if (there && (kind < 0.8 || body.length > 20)) {
    body[at] = { type: 'paragraph', id: there.id, content: [{ text: `${textOf(there)} ${word}` }] }
  } else
    body.splice(at, 0, {
      type: 'paragraph',
      id: `p${writer.name}x${writer.count}`,
      content: [{ text: word }],
    })
  writer.content = { ...writer.content, body }
}

/** The words that nobody took away and that are neither in what is written now nor in what was offered for a choice. */
export async function lostOf({ sent, takenAway }: Ledger, articleId: number): Promise<string[]> {
  const { content } = await nowAt(articleId)
  const asides = await db().draftAside.findMany({ where: { articleId }, select: { aside: true } })
  const there = new Set(wordsOf([content, asides]))
  return [...sent].filter((word) => !takenAway.has(word) && !there.has(word))
}

/** The words of all saves that are kept, whatever became of them. */
export async function keptWords(articleId: number): Promise<Set<string>> {
  const saves = await db().draftRevision.findMany({ where: { articleId }, select: { content: true } })
  return new Set(wordsOf(saves))
}

/** Numbers that look random and are the same every time (a linear congruential generator). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
