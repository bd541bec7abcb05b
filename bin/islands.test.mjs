import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { hashOf } from './fingerprint.mjs'
import { bundleIslands } from './islands.mjs'

const house = dirname(dirname(fileURLToPath(import.meta.url)))
const bundle = await bundleIslands(house)
const [later, rest] = bundle.files
const code = bundle.files.map(({ bytes }) => Buffer.from(bytes).toString()).join('\n')

/** DESIGN's promise: everything the browser is given to run. */
const mostBytesGzipped = 10_000

test('all islands together are at most ten kilobytes, gzipped', () => {
  const sizes = bundle.files.map(({ bytes }) => gzipSync(bytes, { level: 9 }).length)
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(mostBytesGzipped)
})

test('the same islands have the same address, which names their bytes', async () => {
  expect(later.path).toBe(`/islands/later-${hashOf(later.bytes).slice(0, 16)}.js`)
  expect(rest.path).toBe(`/islands/tribune-${hashOf(rest.bytes).slice(0, 16)}.js`)
  expect((await bundleIslands(house)).path).toBe(bundle.path)
})

test('a page names a few lines, which bring the rest: it is in nobody’s way before the page is there', () => {
  expect(bundle.path).toBe(later.path)
  expect(later.bytes.length).toBeLessThan(1_000)
  expect(Buffer.from(later.bytes).toString()).toContain(`import("${rest.path}")`)
})

test('they are written to a build’s folder under those names', async () => {
  const folder = mkdtempSync(join(house, '.next-islands-'))
  try {
    await bundle.writeTo(relative(house, folder))
    const names = bundle.files.map(({ path }) => path.replace('/islands/', ''))
    expect(readdirSync(join(folder, 'islands')).sort()).toEqual(names.sort())
    for (const { path, bytes } of bundle.files)
      expect(readFileSync(join(folder, path)).equals(bytes)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('no sentence of the interface is in them: they take them from the page', () => {
  const en = JSON.parse(readFileSync(join(house, 'messages', 'en.json'), 'utf8'))
  const sentences = Object.values(en).filter((sentence) => sentence.includes(' '))
  expect(sentences.filter((sentence) => code.includes(sentence))).toEqual([])
})

test('nothing in them makes markup or code of text', () => {
  expect(code).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\("style"/,
  )
})
