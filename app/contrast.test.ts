import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

/** What stands on what, and the least ratio for it (WCAG 2.2: 1.4.3 for words, 1.4.11 for what is drawn). */
const pairs: [above: string, below: string, least: number][] = [
  ...['ink', 'quiet', 'accent', 'ok', 'hold'].flatMap((words): [string, string, number][] => [
    [words, 'paper', 4.5],
    [words, 'wash', 4.5],
  ]),
  ['on-ok', 'ok', 4.5],
  ['paper', 'ink', 4.5],
  ['edge', 'paper', 3],
  ['edge', 'wash', 3],
]

test.each(pairs)('%s on %s has at least %s to 1, by day and by night', (above, below, least) => {
  const [one, other] = [tokens.get(above), tokens.get(below)]
  if (!one || !other) throw new Error(`no token ${above} or ${below}`)
  expect(contrast(one.light, other.light)).toBeGreaterThanOrEqual(least)
  expect(contrast(one.dark, other.dark)).toBeGreaterThanOrEqual(least)
})

test('every colour that words have is examined', () => {
  const examined = new Set([...pairs.flat(), 'rule'])
  expect([...tokens.keys()].filter((name) => !examined.has(name))).toEqual([])
})

/** WCAG 2.2's contrast ratio, from relative luminance. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
