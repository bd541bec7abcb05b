import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Newsreader's own ascent and descent, in hundredths of its size. */
const line = { ascent: 73.5, descent: 26.5 }

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8')
const faces = [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, body = '']) => body)
/** Those of the font itself, in files of this site. */
const own = faces.filter((face) => face.includes('url('))
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
  expect(own).toHaveLength(2)
  for (const face of own) expect(face).toContain('font-display: optional')
})

test('each letter of western European languages is in one file, those of English in the first', () => {
  const [english = new Set(), more = new Set()] = own.map(lettersOf)
  for (const letter of 'The “quay” isn’t – or wasn’t — what £5 & €6 buy…')
    expect(english, letter).toContain(letter)
  for (const letter of 'àÉîñöœßŒ«»„‚¿') expect(more, letter).toContain(letter)
  expect([...english].filter((letter) => more.has(letter))).toEqual([])
})

function lettersOf(face: string): Set<string> {
  const [, ranges = ''] = /unicode-range:([^;]*);/.exec(face) ?? []
  const letters = new Set<string>()
  for (const [, from = '', to = from] of ranges.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g))
    for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++)
      letters.add(String.fromCodePoint(code))
  return letters
}
