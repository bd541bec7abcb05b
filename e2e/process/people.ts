import { setTimeout as pause } from 'node:timers/promises'
import type { FormFacts } from './form-facts'
import type { Fate, Ledger } from './ledger'
import { type Answered, unexpected, untilAnswered } from './persistence'
import type { Random } from './seeded'
import type { Asked, Send } from './send'
import type { Reader } from './session'

export type Person = Reader & { moderates: boolean; random: Random }
export type World = {
  send: Send
  facts: FormFacts
  ledger: Ledger
  articleIds: number[]
  /** Comments whose author is just editing them. */
  beingEdited: Set<number>
  isOver(): boolean
}

const longestPauseMs = 500

/** Writes, edits and decides, each until it is answered, with a moment between, until it is over. */
export async function takePart(person: Person, world: World): Promise<void> {
  while (!world.isOver()) {
    await pause(person.random.below(longestPauseMs))
    const dice = person.random.below(100)
    if (person.moderates && dice < 75) await decide(person, world)
    else if (dice < 40) await post(person, world)
    else if (dice < 70) await postForm(person, world)
    else await edit(person, world)
  }
}

/** Somebody without an account, who reads what was last talked about. */
export async function readOn(random: Random, world: World): Promise<void> {
  while (!world.isOver()) {
    await pause(random.below(longestPauseMs))
    const id = random.pick(world.articleIds)
    const path = random.pick([`/news/${id}/comments`, `/news/${id}/comments?sort=oldest`, '/'])
    if (path) await world.send({ path }).catch(() => undefined)
  }
}

/** As a program or an island posts: JSON, with a key of its own. */
async function post(person: Person, world: World): Promise<void> {
  const { body, articleId, parentId } = compose(person, world)
  const json: Record<string, string | number> = { article: articleId, body, key: body.slice(0, 40) }
  if (parentId !== null) json.parent = parentId
  const answer = await press({ path: '/api/comments', json }, person, world)
  const about = { did: 'post', by: person.id, articleId, parentId, body } as const
  if (answer.status === 201 || answer.status === 202) {
    const { id, state } = readComment(answer.body)
    world.ledger.add({ ...about, fate: 'taken', id })
    if (state === 'published') world.ledger.publicComments.push({ id, articleId })
  } else if (answer.status === 422 && answer.body.includes('no-parent'))
    world.ledger.add({ ...about, fate: fateOf(answer), id: null })
  else throw unexpected('POST /api/comments', answer)
}

/** As a browser without scripts posts: no key, and at times the button is pressed twice at once. */
async function postForm(person: Person, world: World): Promise<void> {
  const { body, articleId, parentId } = compose(person, world)
  const form = { article: String(articleId), body, parent: parentId === null ? '' : String(parentId) }
  const presses = person.random.chance(0.15) ? 2 : 1
  const answers = await Promise.all(
    Array.from({ length: presses }, () => press({ path: '/api/comments', form }, person, world)),
  )
  for (const answer of answers) {
    const [, id] = /^\/comments\/(\d+)(?:\/receipt)?$/.exec(answer.headers.location ?? '') ?? []
    const about = { did: 'post', by: person.id, articleId, parentId, body } as const
    if (answer.status === 303 && id) world.ledger.add({ ...about, fate: 'taken', id: Number(id) })
    else if (answer.status === 303 && answer.headers.location?.includes('problem=no-parent'))
      world.ledger.add({ ...about, fate: fateOf(answer), id: null })
    else throw unexpected('the form', answer)
  }
}

async function edit(person: Person, world: World): Promise<void> {
  const comment = person.random.pick(await world.facts.editable(person.id))
  if (!comment) return
  const { id: commentId, revisionId } = comment
  const body = words(person, 'edited')
  world.beingEdited.add(commentId)
  const json = { body, revision: revisionId }
  const answer = await press({ path: `/api/comments/${commentId}/edit`, json }, person, world)
  world.beingEdited.delete(commentId)
  const about = { did: 'edit', by: person.id, commentId, body } as const
  if (answer.status === 200 || answer.status === 202) world.ledger.add({ ...about, fate: 'taken' })
  else if (answer.status === 409) world.ledger.add({ ...about, fate: fateOf(answer) })
  else throw unexpected('an edit', answer)
}

/** Two moderators often take the same one: the queue is read from its front. */
async function decide(person: Person, world: World): Promise<void> {
  const { random } = person
  const comment = random.pick(await world.facts.decidable(random.chance(0.8) ? 'held' : 'decided'))
  if (!comment) return
  const { id: commentId, articleId, revisionId, seen, state, isPublic } = comment
  const rejecting = state === 'published' || (state === 'held' && random.chance(0.3))
  // Rejecting an edit makes the revision before it the current one again, and a lost try of that very edit, sent
  // once more, would then look like a new one.
  if (rejecting && state === 'held' && isPublic && world.beingEdited.has(commentId)) return
  const move = rejecting ? 'reject' : 'approve'
  const json = { move, revision: revisionId, seen, ...(rejecting ? { reason: 'off-topic' } : {}) }
  const answer = await press({ path: `/api/admin/comments/${commentId}/decide`, json }, person, world)
  const about = { did: 'decide', by: person.id, commentId, revisionId, number: seen + 1, move } as const
  if (answer.status === 200) {
    world.ledger.add({ ...about, fate: 'taken' })
    if (move === 'approve') world.ledger.publicComments.push({ id: commentId, articleId })
  } else if (answer.status === 409) world.ledger.add({ ...about, fate: fateOf(answer) })
  else throw unexpected('a decision', answer)
}

function press(asked: Asked, { cookie, random }: Person, { send, ledger }: World): Promise<Answered> {
  return untilAnswered({ ...asked, cookie }, { send, random, ledger })
}

function compose(person: Person, { articleIds, ledger }: World) {
  const { random } = person
  const parent = random.chance(0.4) ? random.pick(ledger.publicComments.slice(-60)) : undefined
  const articleId = parent?.articleId ?? random.pick(articleIds) ?? 0
  return { body: words(person, 'wrote'), articleId, parentId: parent?.id ?? null }
}

let written = 0
/** Words that nobody wrote before. */
function words(person: Person, verb: string): string {
  written += 1
  return `Remark ${written} that reader ${person.id} ${verb}.\n\n“Salt & <light>” ${'and so on '.repeat(person.random.below(20))}`.trim()
}

function fateOf({ lostBefore }: Answered): Fate {
  return lostBefore ? 'refused-after-loss' : 'refused'
}

function readComment(body: string): { id: number; state: string } {
  const read: unknown = JSON.parse(body)
  if (read !== null && typeof read === 'object' && 'id' in read && 'state' in read)
    return { id: Number(read.id), state: String(read.state) }
  throw new Error(`this is no comment: ${body}`)
}
