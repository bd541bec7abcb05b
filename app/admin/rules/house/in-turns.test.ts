import { expect, test } from 'vitest'
import { askInTurns, type Turn } from './in-turns'

test('it goes on from where each turn came to, until all were asked about', async () => {
  const { post, sent } = answers([turn(20), turn(40), turn(50)])
  const shown: number[] = []
  const stop = new AbortController().signal
  const went = await ask({ post, stop, show: ({ asked }) => shown.push(asked) })
  expect(went).toBe(true)
  expect(shown).toEqual([20, 40, 50])
  expect(sent).toEqual(['begin=1', 'from=7&asked=20', 'from=7&asked=40'])
})

test('stopped while a turn is under way it neither waits for it, nor shows it, nor asks again', async () => {
  const stopping = new AbortController()
  const { post, sent } = answers([turn(20), 'never'])
  const shown: number[] = []
  const show = ({ asked }: Turn) => {
    shown.push(asked)
    setImmediate(() => stopping.abort())
  }
  expect(await ask({ post, stop: stopping.signal, show })).toBe(true)
  expect(shown).toEqual([20])
  expect(sent).toHaveLength(2)
})

test('a turn that fails ends it, and what was shown stays', async () => {
  for (const failure of [
    { status: 403, body: { error: 'not-your-role' } },
    { status: 200, body: {} },
  ]) {
    const { post } = answers([turn(20), failure])
    const shown: number[] = []
    const stop = new AbortController().signal
    expect(await ask({ post, stop, show: ({ asked }) => shown.push(asked) })).toBe(false)
    expect(shown).toEqual([20])
  }
})

type Given = { status: number; body: object } | 'never'

function ask(around: Parameters<typeof askInTurns>[2]): Promise<boolean> {
  return askInTurns('/api/admin/rules/house', new URLSearchParams('begin=1'), around)
}

function turn(asked: number): Given {
  const url = `/admin/rules/house?from=7&asked=${asked}`
  return { status: 200, body: { asked, sample: 50, url } }
}

/** The answers of a site, one after the other; one that never comes rejects when it is no longer waited for. */
function answers(given: Given[]) {
  const sent: string[] = []
  const post: typeof fetch = async (_action, init) => {
    sent.push(String(init?.body))
    const answer = given[sent.length - 1]
    if (answer === 'never' || answer === undefined)
      return new Promise((_, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new Error('gone'))),
      )
    return Response.json(answer.body, { status: answer.status })
  }
  return { post, sent }
}
