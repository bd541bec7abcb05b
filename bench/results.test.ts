import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { markdownOf, type Result, writeResult } from './results'
import { single, targets } from './targets'

const finding = {
  tables: [
    {
      title: 'Requests',
      rows: [
        ['', 'a second'],
        ['nginx', '40,000'],
      ],
    },
  ],
  notes: ['Three rounds.'],
  figures: [single(targets.oneWorker, 0.31)],
  raw: { rounds: [1.25, 2, 1 / 3] },
  charts: { 'serving.svg': '<svg/>' },
}
const result: Result = {
  date: '2026-11-25',
  command: 'npm run bench',
  machine: { cores: 2, nginx: null },
  parts: [{ name: 'serving', title: 'Serving an article', seconds: 300, finding }],
  failed: [],
}

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tribune-results-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('a result', () => {
  it('is written as numbers, as a page and as pictures', async () => {
    const paths = await writeResult(result, folder, join(folder, 'images'))
    expect(paths.map((path) => path.slice(folder.length + 1))).toEqual([
      '2026-11-25.json',
      '2026-11-25.md',
      'images/serving.svg',
    ])
    const json = await readFile(paths[0] ?? '', 'utf8')
    expect(json).toContain('"rounds": [1.25, 2, 0.333333]')
    expect(JSON.parse(json)).toMatchObject({
      parts: [{ name: 'serving', rounds: [1.25, 2, 0.333333] }],
      figures: [{ isMet: true }],
    })
  })

  it('never takes the place of an earlier one of the same day', async () => {
    await writeResult(result, folder, folder)
    await writeResult({ ...result, command: 'npm run bench -- again' }, folder, folder)
    const names = (await readdir(folder)).filter((name) => name.endsWith('.md'))
    expect(names.sort()).toEqual(['2026-11-25-2.md', '2026-11-25.md'])
    expect(await readFile(join(folder, '2026-11-25.md'), 'utf8')).not.toContain('again')
  })

  it('says which parts failed', () => {
    expect(markdownOf({ ...result, failed: ['misses'] })).toContain('Failed, and so missing here: misses.')
    expect(markdownOf(result)).not.toContain('Failed')
  })
})
