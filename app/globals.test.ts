import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Newsreader's own ascent and descent, in hundredths of its size. */
const line = { ascent: 73.5, descent: 26.5 }

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8')
const faces = [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, body = '']) => body)
const percent = (face: string, name: string) => Number(new RegExp(`${name}: ([\\d.]+)%`).exec(face)?.[1])

test('whatever letters a page is shown in, its lines are as high as those of its own font', () => {
  const fallbacks = faces.filter((face) => face.includes('for Newsreader'))
  expect(fallbacks.length).toBeGreaterThan(0)
  for (const face of fallbacks) {
    const size = percent(face, 'size-adjust') / 100
    expect(percent(face, 'ascent-override') * size, face).toBeCloseTo(line.ascent, 0)
    expect(percent(face, 'descent-override') * size, face).toBeCloseTo(line.descent, 0)
    expect(percent(face, 'line-gap-override'), face).toBe(0)
  }
})

test('a page’s own font never takes the place of another while somebody reads', () => {
  expect(faces[0]).toContain('font-display: optional')
})
