import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { expect, test, vi } from 'vitest'
import type { TalkEvent } from '@/lib/comments/queries-talk-events'
import { createTalkRoom, type ReadEvents } from './talk-room'

/** An open page: what it was told, and how much of it has not left yet. */
function page() {
  const told: string[] = []
  const res = Object.assign(new EventEmitter(), {
    writableLength: 0,
    destroyed: false,
    write: (text: string) => void told.push(text),
    destroy() {
      res.destroyed = true
    },
  })
  return { told, res: res as unknown as ServerResponse & { writableLength: number } }
}

function eventAt(id: number): TalkEvent {
  return {
    ...{ id: BigInt(id), at: new Date(id), kind: 'posted', commentId: id },
    ...{ parentId: null, rootId: null, recommendCount: 0, commentCount: id },
  }
}

/** A conversation in which so much has happened. */
function room(happened: { last: number }) {
  const read = vi.fn<ReadEvents>(async (_articleId, after, take) => {
    const from = Number(after) + 1
    const until = Math.min(happened.last, Number(after) + take)
    return Array.from({ length: Math.max(0, until - from + 1) }, (_, index) => eventAt(from + index))
  })
  const failed = (error: unknown) => {
    throw error
  }
  return { read, ...createTalkRoom(7, 0n, { read, failed, now: Date.now }) }
}

const numbers = (told: string[]) =>
  told.flatMap((text) => [...text.matchAll(/"id":(\d+)/g)].map(([, id]) => Number(id)))

test('a page that takes nothing any more is let go before it fills the memory; the others are told', async () => {
  const happened = { last: 0 }
  const talk = room(happened)
  const [slow, quick] = [page(), page()]
  await Promise.all([talk.join(slow.res, 0n), talk.join(quick.res, 0n)])
  slow.res.writableLength = 256 * 1024 + 1
  quick.res.writableLength = 256 * 1024
  happened.last = 1
  talk.moved()
  await vi.waitFor(() => expect(numbers(quick.told)).toEqual([1]))
  expect([slow.res.destroyed, quick.res.destroyed]).toEqual([true, false])
  expect(slow.told).toEqual([])
})

test('who missed more than is told one by one is told to read again, and from then on everything', async () => {
  const happened = { last: 10_000 }
  const talk = room(happened)
  const late = page()
  await talk.join(late.res, 0n)
  expect(late.told).toEqual(['event: reset\ndata: {}\n\n'])
  expect(talk.read).toHaveBeenCalledTimes(1)
})

test('however much happens at once, the room reads on until it knows all, each once', async () => {
  const happened = { last: 0 }
  const talk = room(happened)
  const open = page()
  await talk.join(open.res, 0n)
  happened.last = 1_200
  talk.moved()
  await vi.waitFor(() => expect(numbers(open.told)).toHaveLength(1_200), { timeout: 5_000 })
  expect(numbers(open.told)).toEqual(Array.from({ length: 1_200 }, (_, index) => index + 1))
  talk.close()
})
