import { type HeatLimits, heatMinutes, isHot } from '@/lib/articles/heat'
import { modeFor, modeOfPerson, type Said } from '@/lib/articles/talk-mode'
import { approvalsNeeded } from './checks/newcomer'

/** A comment by a reader, with what was known when it was written. */
export type Written = {
  articleId: number
  createdAt: Date
  publishedAt: Date | null
  article: Said
  section: Said & { id: number }
  author: { underReview: boolean; isTrusted: boolean; approvedBefore: number }
  /** A person approved it, and it stands. */
  approved: boolean
  /** A check of what it says holds it, whatever the mode. */
  heldAnyway: boolean
  /** It was held for what it says, reported or refused. */
  doubted: boolean
}

/** What conversations go by: the site's word, and another than its own for one section. */
export type Modes = { site: Said & HeatLimits; section: (Said & { id: number }) | null }

type Fate = 'closed' | 'held' | 'shown'

/** What a mode makes of a comment: modeFor says which it is, its checks aside. */
export function fateOf(comment: Written, { site, section }: Modes): Fate {
  const { createdAt, publishedAt, article, author } = comment
  const { mode } = modeFor(
    {
      site,
      section: section?.id === comment.section.id ? section : comment.section,
      // It was open: it was written there.
      article: { ...article, isOpen: true, isKeptOpen: false, publishedAt },
      person: modeOfPerson(author),
    },
    createdAt,
  )
  if (mode === 'closed') return 'closed'
  if (mode === 'before') return 'held'
  return mode === 'newcomers' && author.approvedBefore < approvalsNeeded ? 'held' : 'shown'
}

export type ModesRehearsed = {
  lookedAt: number
  /** What would not have been written: its conversation would have been closed. */
  closed: number
  /** What would have waited and does not by the modes in force; of it, what a person had approved, and what waited anyway. */
  held: number
  approved: number
  heldAnyway: number
  /** What waits by the modes in force and would have appeared at once. */
  letGo: number
  /** Conversations that would have been slowed at some time, and that would have been by the limits in force. */
  slowed: number
  slowedNow: number
}

/** What modes would have made of comments, in comparison with those in force. In any order. */
export function rehearseModes(
  comments: readonly Written[],
  { inForce, proposed }: { inForce: Modes; proposed: Modes },
): ModesRehearsed {
  const result = { closed: 0, held: 0, approved: 0, heldAnyway: 0, letGo: 0 }
  for (const comment of comments) {
    const [was, is] = [fateOf(comment, inForce), fateOf(comment, proposed)]
    if (is === 'closed' && was !== 'closed') result.closed += 1
    if (was === 'held' && is === 'shown') result.letGo += 1
    if (is !== 'held' || was === 'held') continue
    result.held += 1
    if (comment.approved) result.approved += 1
    if (comment.heldAnyway) result.heldAnyway += 1
  }
  const slowed = countHot(comments, proposed.site)
  return { lookedAt: comments.length, ...result, slowed, slowedNow: countHot(comments, inForce.site) }
}

/** How many conversations heated up at some time, looked at as each comment came. */
function countHot(comments: readonly Written[], limits: HeatLimits): number {
  const byArticle = new Map<number, Written[]>()
  for (const comment of comments) {
    const theirs = byArticle.get(comment.articleId)
    if (theirs) theirs.push(comment)
    else byArticle.set(comment.articleId, [comment])
  }
  return [...byArticle.values()].filter((theirs) => wasHot(theirs, limits)).length
}

function wasHot(comments: readonly Written[], limits: HeatLimits): boolean {
  const inOrder = [...comments].sort((one, two) => one.createdAt.getTime() - two.createdAt.getTime())
  let [first, doubted] = [0, 0]
  for (const [last, comment] of inOrder.entries()) {
    if (comment.doubted) doubted += 1
    const since = comment.createdAt.getTime() - heatMinutes * 60_000
    for (
      let oldest = inOrder[first];
      oldest && oldest.createdAt.getTime() <= since;
      oldest = inOrder[first]
    ) {
      if (oldest.doubted) doubted -= 1
      first += 1
    }
    if (isHot({ posted: last - first + 1, doubted }, limits)) return true
  }
  return false
}
