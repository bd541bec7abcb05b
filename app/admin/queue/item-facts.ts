import { articlePath } from '@/lib/articles/slug'
import type { Rendered } from '@/lib/comments/rendered'
import type { QueueItem } from '@/lib/moderation/queries'
import { riskyFrom } from '@/lib/moderation/queue-filter'
import { type QueuePlace, writePlace } from '@/lib/moderation/queue-place'
import { site } from '@/lib/site'
import { clock, dayAndTime } from '@/lib/site-time'
import { say } from '@/messages/say'
import { saySince } from '@/messages/span'
import { recordOf } from '../record'
import { decisionWords } from './decision-words'
import type { ItemWords } from './item-view'
import { type WhyFacts, whyOf } from './why'

/** An instant, for programs and as it is printed in the site's zone. */
export type Moment = { iso: string; text: string }

/** What is shown of one comment, as data and in words: all that is drawn of it comes from here. */
export type ItemFacts = {
  id: number
  revisionId: number
  seen: number
  from: string
  isSevere: boolean
  label: string
  tick: string
  author: { name: string; href: string; sanctions: string[] }
  written: Moment
  /** How long nobody has decided on it. */
  waiting: string | null
  article: { href: string; text: string }
  answers: { href: string; text: string } | null
  /** Where it stands among the others, where it is public. */
  inThread: { href: string; text: string } | null
  claimed: string | null
  parent: string | null
  text: Rendered
  why: WhyFacts
  record: string
  reporter: string | null
  joined: Moment
}

export function itemWords(): ItemWords {
  return {
    decision: decisionWords(),
    edit: say('desk.edit'),
    joined: say('desk.joined', { date: '' }),
    open: say('desk.open'),
    why: say('desk.why'),
    normalised: say('desk.normalised'),
  }
}

export function factsOf(
  item: QueueItem,
  place: QueuePlace,
  rules: readonly { code: string; reason: string }[],
  now: Date,
): ItemFacts {
  const { id, revisionId, seen, text, author, article, parent, claim, desk } = item
  const { name, reportsUpheld, reportsDismissed } = author
  return {
    ...{ id, revisionId, seen, text, from: writePlace(place) },
    isSevere: desk !== null && desk.risk >= riskyFrom,
    label: say('desk.item', { name }),
    tick: say('bulk.tick', { name }),
    author: {
      name,
      href: `/admin/readers/${author.id}`,
      sanctions: author.sanctions.map((kind) => say(`readers.is.${kind}`)),
    },
    written: momentOf(item.createdAt),
    waiting: desk && say('desk.waited', { span: saySince(desk.since, now) }),
    article: { href: articlePath(article), text: say('desk.onArticle', { headline: article.headline }) },
    answers: parent && {
      href: `/comments/${parent.id}`,
      text: say('desk.replyTo', { name: parent.author }),
    },
    inThread: item.publicRevisionId === null ? null : { href: `/comments/${id}`, text: say('desk.inThread') },
    claimed:
      claim && !claim.isOwn
        ? say('desk.claimed', { name: claim.by, time: clock(claim.until, site()) })
        : null,
    parent: parent?.text ?? null,
    why: whyOf(item, rules),
    record: recordOf(author),
    reporter:
      reportsUpheld + reportsDismissed > 0
        ? say('desk.reporter', { upheld: reportsUpheld, dismissed: reportsDismissed })
        : null,
    joined: momentOf(author.createdAt),
  }
}

function momentOf(at: Date): Moment {
  return { iso: at.toISOString(), text: dayAndTime(at, site()) }
}
