import { expect, test, vi } from 'vitest'
import { makeSmallDocument } from './document'
import { createErrorPages } from './errors'
import { page } from './newsroom.fixture'
import { newestPath } from './routes'

const content = { headers: [], buildId: 'build', language: 'en' }

function open({ isAway = false } = {}) {
  const clock = { now: 0 }
  const cells = new Map(['news', 'site'].map((name) => [name, { name, version: 1 }]))
  const state = { isAway, newest: 'the bridge', asked: [] as string[] }
  const errors = createErrorPages({
    async render(path) {
      state.asked.push(path)
      const words = path === newestPath ? `newest: ${state.newest}` : `plain ${path}`
      return {
        ...{ status: 200, type: 'text/html', location: undefined, topics: [], setsCookie: false },
        body: Buffer.from(page(words)),
      }
    },
    versions: {
      async claim(names) {
        if (state.isAway) throw new Error('away')
        return names.flatMap((name) => cells.get(name) ?? [])
      },
      release: () => undefined,
    },
    fallback: (status) => makeSmallDocument({ status, html: 'fallback', ...content }),
    content,
    now: () => clock.now,
    log: () => undefined,
  })
  const move = (topic: string) => {
    const cell = cells.get(topic)
    if (cell) cell.version += 1
  }
  return { clock, errors, state, move, shown: () => errors.page(404).identity().body.toString() }
}

test('where nothing is, the newest stories are shown, and never one that was taken back meanwhile', async () => {
  const { clock, errors, state, move, shown } = open()
  await errors.warm()
  expect(shown()).toContain('newest: the bridge')
  state.newest = 'the tunnel'
  move('news')
  clock.now += 1000
  expect(shown()).toContain('plain /errors/404')
  await vi.waitFor(() => expect(shown()).toContain('newest: the tunnel'))
})

test('however often it is asked for under a storm of news, it is made once a second', async () => {
  const { clock, errors, state, move, shown } = open()
  await errors.warm()
  const before = state.asked.length
  clock.now += 1000
  for (let times = 0; times < 50; times += 1) {
    move('news')
    expect(shown()).toContain('plain')
  }
  expect(state.asked.slice(before)).toEqual([])
  await vi.waitFor(() => expect(state.asked.slice(before)).toEqual([newestPath]))
})

test('without the database it is the plain page, and what was shown last while nothing is heard to have changed', async () => {
  const without = open({ isAway: true })
  await without.errors.warm()
  expect(without.shown()).toContain('plain /errors/404')
  expect(without.state.asked).not.toContain(newestPath)
  const { clock, errors, state, shown } = open()
  await errors.warm()
  state.isAway = true
  clock.now += 60_000
  expect(shown()).toContain('newest: the bridge')
})
