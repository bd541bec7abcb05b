import type { Conversation, TalkMode } from '@/prisma/generated/enums'

/** What one level says about conversations; null where it leaves it to the next. Nought days are never. */
export type Said = { mode: TalkMode | null; closesAfterDays: number | null }

/** Everything that is said about the conversation under one article. */
export type Place = {
  site: Said
  section: Said
  article: Said & {
    isOpen: boolean
    /** Somebody opened it again: its age closes it no more. */
    isKeptOpen: boolean
    publishedAt: Date | null
  }
}

export const levels = ['person', 'article', 'section', 'site', 'house'] as const
export type Level = (typeof levels)[number]

/** What a conversation goes by, and who said so: `age` is what was said about its days. */
export type Rule = { mode: TalkMode; by: Level | 'age' }

/** What holds where nobody said anything. */
export const houseMode = 'newcomers' satisfies TalkMode
export const mostDays = 3650

/**
 * What a conversation goes by: whatever closes it, and then what the most particular says that says anything, of person,
 * article, section and site. A person's mode says when theirs are read, and opens nothing that is closed; nor does an
 * article's, by hand or by its age. Of a section or site that is closed, an article that has a mode of its own is not.
 */
export function modeFor({ person, ...place }: Place & { person: TalkMode | null }, now: Date): Rule {
  const here = modeOf(place, now)
  return here.mode === 'closed' || person === null ? here : { mode: person, by: 'person' }
}

/** The same for nobody in particular. */
export function modeOf(place: Place, now: Date): Rule {
  if (!place.article.isOpen) return { mode: 'closed', by: 'article' }
  const closes = closesAt(place)
  if (closes && closes <= now) return { mode: 'closed', by: 'age' }
  for (const by of ['article', 'section', 'site'] as const) {
    const { mode } = place[by]
    if (mode !== null) return { mode, by }
  }
  return { mode: houseMode, by: 'house' }
}

/** When its age closes a conversation, by the most particular of what is said about that; null for never. */
export function closesAt({ article, section, site }: Place): Date | null {
  const days = article.closesAfterDays ?? section.closesAfterDays ?? site.closesAfterDays ?? 0
  if (days === 0 || article.isKeptOpen || !article.publishedAt) return null
  return new Date(article.publishedAt.getTime() + days * 86_400_000)
}

/** What is known of a person: somebody under review is read first, whoever trusts them. */
export function modeOfPerson(person: { underReview: boolean; isTrusted: boolean }): TalkMode | null {
  if (person.underReview) return 'before'
  return person.isTrusted ? 'after' : null
}

/** What is written down when somebody opens or closes a conversation by hand: what they opened its age closes no more. */
export function openOrClose(conversation: Conversation, now: Date) {
  return { conversation, closedByAgeAt: null, keptOpenAt: conversation === 'open' ? now : null }
}
