import { describe, expect, test } from 'vitest'
import { draw, drawings } from '@/prisma/seed/drawings/draw'
import { authors } from './authors'
import { bodyAfter } from './changes'
import { readers } from './readers'
import { sections } from './sections'
import { stories } from './stories'
import type { Block, Inline, Remark, Story } from './story'

const minutesPerDay = 24 * 60

describe('the stories', () => {
  test('there are at least 24, in six sections with at least four each', () => {
    expect(stories.length).toBeGreaterThanOrEqual(24)
    expect(sections).toHaveLength(6)
    for (const { slug } of sections) {
      expect(stories.filter((story) => story.section === slug).length, slug).toBeGreaterThanOrEqual(4)
    }
  })

  test('News IDs are unique and between 49401 and 49433', () => {
    const ids = stories.map((story) => story.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(Math.min(...ids)).toBe(49401)
    expect(Math.max(...ids)).toBe(49433)
  })

  test('a later News ID was published later, and none today', () => {
    const times = stories.map((story) => publicationMinute(story))
    for (const [index, time] of times.entries()) {
      expect(time, `${stories[index]?.id}`).toBeGreaterThan(times[index - 1] ?? Number.NEGATIVE_INFINITY)
    }
    for (const story of stories) {
      expect(story.daysAgo).toBeGreaterThanOrEqual(1)
      expect(story.daysAgo).toBeLessThanOrEqual(13)
      expect(story.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
    }
  })

  test('one or two known authors sign each', () => {
    const slugs = new Set(authors.map((author) => author.slug))
    for (const { id, bylines } of stories) {
      expect([1, 2], `${id}`).toContain(bylines.length)
      for (const byline of bylines) expect(slugs, `${id}`).toContain(byline)
    }
    expect([...slugs].filter((slug) => !stories.some((story) => story.bylines.includes(slug)))).toEqual([])
  })

  test('lengths differ: four long reads, some briefs, and a lead to open the page', () => {
    const words = stories.map((story) => wordCount(story.body))
    expect(words.filter((count) => count >= 900).length).toBeGreaterThanOrEqual(4)
    expect(words.filter((count) => count <= 160).length).toBeGreaterThanOrEqual(3)
    expect(stories.at(-1)?.prominence).toBe('lead')
  })

  test('what was changed stands in its story once, and each change comes after the one before', () => {
    const changed = stories.filter(({ changes }) => changes)
    expect(changed.length).toBeGreaterThan(0)
    for (const story of changed) {
      const changes = story.changes ?? []
      const all = Array.from({ length: changes.length + 1 }, (_, made) =>
        JSON.stringify(bodyAfter(story, made)),
      )
      expect(new Set(all).size).toBe(all.length)
      expect(all.at(-1)).toBe(JSON.stringify(story.body))
      const hours = changes.map(({ hoursAfter }) => hoursAfter)
      expect([...hours].sort((one, other) => one - other)).toEqual(hours)
      // None is ahead of whoever starts the site on the day after.
      expect(hours.at(-1)).toBeLessThan(17)
    }
  })

  test('no block is empty, and links stay inside the newsroom', () => {
    const addresses = new Set(stories.map((story) => `/news/${story.id}`))
    for (const { id, body } of stories) {
      for (const inline of body.flatMap(inlinesOf)) {
        expect(inline.text.trim(), `${id}`).not.toBe('')
        expect(inline.text, `${id}`).not.toMatch(/[*`"']|^#|^>/)
        if (inline.href) expect(addresses).toContain(inline.href)
      }
    }
  })
})

describe('the pictures', () => {
  test('at least six stories in ten have one, each drawing is used once', () => {
    const used = stories.flatMap((story) => (story.picture ? [story.picture.drawing] : []))
    expect(used.length / stories.length).toBeGreaterThanOrEqual(0.6)
    expect([...used].sort()).toEqual(Object.keys(drawings).sort())
  })

  test('every picture says what it shows and has a caption', () => {
    for (const { id, picture } of stories) {
      if (!picture) continue
      expect(picture.alt.length, `${id}`).toBeGreaterThan(40)
      expect(picture.caption, `${id}`).toMatch(/Drawing: Tribune$/)
    }
  })

  test.each(stories.flatMap((story) => (story.picture ? [story.picture.drawing] : [])))(
    '%s is small, well formed, inert and the same each time',
    (name) => {
      const { svg, width, height } = draw(name)
      expect([width, height]).toEqual([1200, 675])
      expect(svg.length).toBeLessThanOrEqual(12_000)
      expect(svg).not.toMatch(/<script|<style|style=|href|<text|<image|<foreignObject|url\(|\son\w+=/i)
      expect(svg).not.toMatch(/NaN|undefined|null|Infinity/)
      expect(svg.match(/<g[ >]/g)?.length ?? 0).toBe(svg.match(/<\/g>/g)?.length ?? 0)
      expect(draw(name).svg).toBe(svg)
    },
  )
})

describe('the conversations', () => {
  const all = stories.flatMap((story) => remarksOf(story).map((entry) => ({ ...entry, story })))

  test('everyone who speaks is a known reader, and every reader speaks', () => {
    const keys = readers.map((reader) => reader.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(all.map(({ remark }) => remark.by))).toEqual(new Set(keys))
  })

  test('there are about 200 remarks: one talk of 45, one of 30, some stories with none', () => {
    const sizes = stories.map((story) => remarksOf(story).length).sort((a, b) => b - a)
    expect(all.length).toBeGreaterThanOrEqual(180)
    expect(sizes[0]).toBeGreaterThanOrEqual(42)
    expect(sizes[1]).toBeGreaterThanOrEqual(27)
    expect(sizes.filter((size) => size === 0).length).toBeGreaterThanOrEqual(3)
  })

  test('nobody says the same thing twice', () => {
    const said = all.map(({ remark }) => `${remark.by}\n${remark.text}`)
    expect(new Set(said).size).toBe(said.length)
  })

  test('a remark has 1 to 5,000 characters, and replies go no deeper than 12', () => {
    for (const { remark, depth } of all) {
      expect(remark.text.trim().length).toBeGreaterThanOrEqual(1)
      expect(remark.text.length).toBeLessThanOrEqual(5000)
      expect(depth).toBeLessThanOrEqual(12)
    }
    expect(Math.max(...all.map(({ depth }) => depth))).toBeGreaterThanOrEqual(6)
  })

  test('nobody can be recommended by more than all the others', () => {
    for (const { remark } of all) {
      expect(remark.recommendedBy ?? 0).toBeLessThanOrEqual(readers.length - 1)
      expect(Number.isInteger(remark.recommendedBy ?? 0)).toBe(true)
    }
  })

  test('every remark was made before today began, whatever the hour of loading', () => {
    for (const { remark, minute, story } of all) {
      expect(minute, `${story.id} ${remark.text.slice(0, 40)}`).toBeLessThan(0)
      expect(remark.minutesAfter).toBeGreaterThan(0)
    }
  })

  test('the desk has something to read, and nobody answers or recommends what is not public', () => {
    const hidden = all.filter(({ remark }) => remark.outcome)
    expect(hidden.filter(({ remark }) => remark.outcome === 'held').length).toBeGreaterThanOrEqual(2)
    expect(hidden.filter(({ remark }) => remark.outcome !== 'held').length).toBeGreaterThanOrEqual(2)
    for (const { remark } of hidden)
      expect([remark.replies, remark.recommendedBy]).toEqual([undefined, undefined])
  })
})

/** Minutes before (so, below zero) the midnight with which today begins. */
function publicationMinute(story: Story): number {
  const [hours = 0, minutes = 0] = story.time.split(':').map(Number)
  return hours * 60 + minutes - story.daysAgo * minutesPerDay
}

function remarksOf(story: Story): { remark: Remark; depth: number; minute: number }[] {
  const walk = (
    remark: Remark,
    depth: number,
    since: number,
  ): { remark: Remark; depth: number; minute: number }[] => {
    const minute = since + remark.minutesAfter
    return [
      { remark, depth, minute },
      ...(remark.replies ?? []).flatMap((reply) => walk(reply, depth + 1, minute)),
    ]
  }
  return story.conversation.flatMap((root) => walk(root, 0, publicationMinute(story)))
}

function inlinesOf(block: Block): Inline[] {
  if (block.type === 'table') return [block.header, ...block.rows].flat(2)
  return block.type === 'list' ? block.items.flat() : block.content
}

function wordCount(body: Block[]): number {
  return body.flatMap(inlinesOf).reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0)
}
