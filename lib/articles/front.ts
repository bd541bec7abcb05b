import { type Arrangement, type Pin, pinsOf, unarranged, usualInColumn } from './arrangement'
import type { Story } from './queries-stories'

const secondsOnFront = 4
/** A lead stays a lead for this long after the newest story, then news outranks weight. */
const freshDays = 3

type Section = { slug: string; name: string }
export type Front = {
  lead: Story | null
  seconds: Story[]
  briefs: Story[]
  columns: { section: Section; stories: Story[] }[]
  more: Story[]
}

/**
 * Arranges stories, given the newest first: those that are pinned stand where they are pinned. What is left open fills by
 * weight, then by time: the weightiest fresh one leads, the next are seconds, and each section's others stand in its
 * column, and the rest below. Every story stands once; a pin of one that is not given holds nothing.
 */
export function arrange(stories: Story[], sections: Section[], arrangement: Arrangement = unarranged): Front {
  const byId = new Map(stories.map((story) => [story.id, story]))
  const taken = new Set<Story>()
  const take = (pins: readonly Pin[]) =>
    pins.flatMap(({ id }) => {
      const story = byId.get(id)
      if (!story || taken.has(story)) return []
      taken.add(story)
      return story
    })
  const pinnedLead = take(arrangement.lead ? [arrangement.lead] : [])
  const pinnedSeconds = take(arrangement.seconds)
  const briefs = take(arrangement.briefs)
  const ranked = byWeight(stories.filter((story) => !taken.has(story)))
  const [lead = null, ...rest] = [...pinnedLead, ...ranked]
  const seconds = [...pinnedSeconds, ...rest].slice(0, secondsOnFront)
  for (const story of [lead, ...seconds]) if (story) taken.add(story)
  const columns = columnsOf(sections, arrangement).map(({ section, size }) => ({
    section,
    stories: stories
      .filter((story) => story.section.slug === section.slug && !taken.has(story))
      .slice(0, size),
  }))
  for (const story of columns.flatMap((column) => column.stories)) taken.add(story)
  const more = stories.filter((story) => !taken.has(story))
  return { lead, seconds, briefs, columns: columns.filter((column) => column.stories.length > 0), more }
}

/** The News IDs that have to be at hand beside the newest stories. */
export function pinnedIds(arrangement: Arrangement): number[] {
  return pinsOf(arrangement).map(({ id }) => id)
}

function byWeight(stories: Story[]): Story[] {
  const newest = Math.max(...stories.map((story) => story.publishedAt.getTime()))
  const weight = (story: Story) =>
    newest - story.publishedAt.getTime() < freshDays * 86_400_000 ? story.prominence : 0
  return stories.toSorted(
    (a, b) => weight(b) - weight(a) || b.publishedAt.getTime() - a.publishedAt.getTime() || b.id - a.id,
  )
}

function columnsOf(sections: Section[], { columns }: Arrangement): { section: Section; size: number }[] {
  const place = (slug: string) => {
    const index = columns.findIndex(({ section }) => section === slug)
    return index < 0 ? columns.length : index
  }
  return sections
    .toSorted((a, b) => place(a.slug) - place(b.slug))
    .map((section) => ({
      section,
      size: columns.find((column) => column.section === section.slug)?.stories ?? usualInColumn,
    }))
}
