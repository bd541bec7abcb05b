import { postComment } from '@/lib/comments/commands'
import { db } from '@/lib/db'
import { decide } from '@/lib/moderation/commands'
import { isModerator, type Moderator, type Viewer } from '@/lib/readers/viewer'
import type { Role } from '@/prisma/generated/enums'
import type { Remark, Story } from './newsroom/story'

export type People = Map<string, { id: number; name: string; role: Role }>

type Line = { story: Story; remark: Remark; at: Date; key: string; parentKey: string | null }

export function hasConversation(story: Story): boolean {
  return story.conversation.length > 0
}

/** Posts every remark in the order in which it was made, and lets the newsroom's moderator decide as the story says. */
export async function loadConversations(
  stories: Story[],
  people: People,
  times: { now: Date; publishedAt: (story: Story) => Date },
): Promise<void> {
  const moderator = moderatorAmong(people)
  const posted = new Map<string, number>()
  const lines = stories.flatMap((story) =>
    linesOf(story, story.conversation, times.publishedAt(story), times.now, {
      prefix: `demo-${story.id}`,
      parentKey: null,
    }),
  )
  // A sort that keeps the order of equals, so that an answer never comes before what it answers.
  for (const line of lines.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    posted.set(line.key, await post(line, people, posted))
    await settle(line, posted.get(line.key) ?? 0, moderator)
  }
}

function linesOf(
  story: Story,
  remarks: Remark[],
  after: Date,
  now: Date,
  place: { prefix: string; parentKey: string | null },
): Line[] {
  return remarks.flatMap((remark, index) => {
    const key = `${place.prefix}.${index + 1}`
    const at = new Date(Math.min(after.getTime() + remark.minutesAfter * 60_000, now.getTime() - 60_000))
    return [
      { story, remark, at, key, parentKey: place.parentKey },
      ...linesOf(story, remark.replies ?? [], at, now, { prefix: key, parentKey: key }),
    ]
  })
}

async function post(
  { story, remark, at, key, parentKey }: Line,
  people: People,
  posted: Map<string, number>,
): Promise<number> {
  const person = people.get(remark.by)
  if (!person) throw new Error(`nobody is called ${remark.by}`)
  const parentId = parentKey === null ? null : (posted.get(parentKey) ?? null)
  const viewer: Viewer = { ...person, banned: false, approvedCount: 0, sessionId: '' }
  const comment = await postComment(viewer, { articleId: story.id, parentId, body: remark.text, key }, at)
  if (!comment.ok) throw new Error(`${key} by ${remark.by}: ${comment.error}`)
  return comment.value.id
}

/** Approves or rejects a few minutes later, as a person would; what is to wait is left waiting. */
async function settle({ remark, at }: Line, id: number, moderator: Moderator): Promise<void> {
  if (remark.outcome === 'held') return
  const comment = await db().comment.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      currentRevisionId: true,
      decisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, actorId: true } },
    },
  })
  const last = comment.decisions[0]
  if (!last || last.actorId !== null) return
  const read = { commentId: id, revisionId: comment.currentRevisionId, seen: last.number, note: null }
  const decidedAt = new Date(at.getTime() + 30_000)
  if (remark.outcome)
    await decide(moderator, { ...read, move: 'reject', reason: remark.outcome.rejected }, decidedAt)
  else if (comment.state === 'held') await decide(moderator, { ...read, move: 'approve' }, decidedAt)
}

function moderatorAmong(people: People): Moderator {
  for (const person of people.values()) {
    const viewer: Viewer = { ...person, banned: false, approvedCount: 0, sessionId: '' }
    if (person.role === 'moderator' && isModerator(viewer)) return viewer
  }
  throw new Error('the newsroom has no moderator')
}
