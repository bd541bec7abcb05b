import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeWireText, readWirePage } from './wire-page'

const folder = join(process.cwd(), '..', 'shared', 'data', 'wire')
const present = existsSync(folder)
const files = present ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []

describe.skipIf(!present)(
  'pages as a newswire wrote them (skipped where ../shared/data/wire is absent)',
  () => {
    test.each(files)('%s is read, its headline no guess', (name) => {
      const { page, taken } = readFile(name)
      expect(taken.find(({ as }) => as === 'headline')?.note).toMatch(/^(certain|likely)/)
      if (page.newsId !== 49434) return
      expect(page.publishedAt).toEqual(new Date('2020-11-25T09:10:00Z'))
      expect(page.headline).toBe('Russia pessimistic about improvement of ties with US even under Biden')
      expect(page.standfirst).toMatch(/^[^_]+\.$/)
      expect(page.paragraphs).toHaveLength(7)
      expect(page.paragraphs[0]).toMatch(/^Speaking at a meeting/)
      expect(page.paragraphs.at(-1)).toMatch(/\.$/)
    })

    test.each(files)('%s has its text in the article to the character', (name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      for (const paragraph of readFile(name).page.paragraphs) expect(text).toContain(paragraph)
    })
  },
)

function readFile(name: string) {
  const decoded = decodeWireText(readFileSync(join(folder, name)))
  if (!decoded.ok) throw new Error(`${name}: ${decoded.reason}`)
  const reading = readWirePage(decoded.value, { timeZone: 'Asia/Tehran' })
  if (!reading.ok) throw new Error(`${name}, line ${reading.line}: ${reading.reason}`)
  return reading.value
}
