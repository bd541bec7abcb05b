import type { Story } from './queries'

const secondsOnFront = 4
const storiesPerColumn = 4
/** A lead stays a lead for this long after the newest story, then news outranks weight. */
const freshDays = 3

type Section = { slug: string; name: string }
export type Front = {
  lead: Story | null
  seconds: Story[]
  columns: { section: Section; stories: Story[] }[]
  more: Story[]
}

/**
 * Arranges the newest stories by weight, then by time: the weightiest fresh one leads, the next are seconds, and
 * each section's others stand in its column, and the rest below. Every story stands once.
 */
export function arrange(stories: Story[], sections: Section[]): Front {
  const newest = Math.max(...stories.map((story) => story.publishedAt.getTime()))
  const weight = (story: Story) =>
    newest - story.publishedAt.getTime() < freshDays * 86_400_000 ? story.prominence : 0
  const ranked = stories.toSorted(
    (a, b) => weight(b) - weight(a) || b.publishedAt.getTime() - a.publishedAt.getTime() || b.id - a.id,
  )
  const [lead = null, ...others] = ranked
  const seconds = others.slice(0, secondsOnFront)
  const placed = new Set([lead, ...seconds])
  const columns = sections.map((section) => ({
    section,
    stories: stories
      .filter((story) => story.section.slug === section.slug && !placed.has(story))
      .slice(0, storiesPerColumn),
  }))
  for (const story of columns.flatMap((column) => column.stories)) placed.add(story)
  const more = stories.filter((story) => !placed.has(story))
  return { lead, seconds, columns: columns.filter((column) => column.stories.length > 0), more }
}
