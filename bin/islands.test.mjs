import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { hashOf } from './fingerprint.mjs'
import { bundleIslands } from './islands.mjs'

const house = dirname(dirname(fileURLToPath(import.meta.url)))
const bundle = await bundleIslands(house)
const code = Buffer.from(bundle.bytes).toString()

/** DESIGN's promise: everything the browser is given to run, in one file. */
const mostBytesGzipped = 10_000

test('all islands together are at most ten kilobytes, gzipped', () => {
  expect(gzipSync(bundle.bytes, { level: 9 }).length).toBeLessThanOrEqual(mostBytesGzipped)
})

test('the same islands have the same address, which names their bytes', async () => {
  expect(bundle.path).toBe(`/islands/tribune-${hashOf(bundle.bytes).slice(0, 16)}.js`)
  expect((await bundleIslands(house)).path).toBe(bundle.path)
})

test('they are written to a build’s folder under that name', async () => {
  const folder = mkdtempSync(join(house, '.next-islands-'))
  try {
    await bundle.writeTo(relative(house, folder))
    expect(readdirSync(join(folder, 'islands'))).toEqual([bundle.path.replace('/islands/', '')])
    expect(readFileSync(join(folder, bundle.path)).equals(bundle.bytes)).toBe(true)
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
