import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PublicComment } from './queries'
import { grow, type Thread } from './thread'

test('answers stand under what they answer, in their order', () => {
  const grown = grow([comment(1), comment(2)], [answer(3, 1), answer(4, 3, 1), answer(5, 1), answer(6, 2)])
  expect(outline(grown)).toEqual(['1', '1 3', '1 3 4', '1 5', '2', '2 6'])
})

test('roots keep the order they came in', () => {
  expect(outline(grow([comment(2), comment(9), comment(1)], []))).toEqual(['2', '9', '1'])
})

test('an answer to one that is not shown stands under the root, and says whom it answers', () => {
  const [root] = grow([comment(1)], [answer(3, 1), answer(9, 7, 1)])
  expect(outline(root ? [root] : [])).toEqual(['1', '1 3', '1 9'])
  expect(root?.answers.map(({ inReplyTo }) => inReplyTo)).toEqual([null, 7])
})

test('an answer whose root is not on the page is not there either', () => {
  expect(outline(grow([comment(1)], [answer(5, 2)]))).toEqual(['1'])
})

test('of any conversation every comment is there once, below its root', () => {
  // Each comment answers an earlier one, or none; some answers may be missing from the page.
  const talk = fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(talk, (lines) => {
      const all: PublicComment[] = []
      for (const [index, [pick, isRoot]] of lines.entries()) {
        const parent = isRoot ? undefined : all[pick % Math.max(1, all.length)]
        all.push(parent ? answer(index + 1, parent.id, parent.rootId ?? parent.id) : comment(index + 1))
      }
      const roots = all.filter(({ parentId }) => parentId === null)
      const answers = all.filter(({ parentId }, index) => parentId !== null && lines[index]?.[2])
      const paths = outline(grow(roots, answers)).map((path) => path.split(' ').map(Number))
      expect(paths.map((path) => path.at(-1)).sort()).toEqual(
        [...roots, ...answers].map(({ id }) => id).sort(),
      )
      for (const path of paths) {
        const { id, rootId } = all[(path.at(-1) ?? 0) - 1] ?? comment(0)
        expect(path[0]).toBe(rootId ?? id)
      }
    }),
  )
})

/** Each comment as the ids from its root down to it, in the order they are shown. */
function outline(threads: Thread[], above = ''): string[] {
  return threads.flatMap((thread) => {
    const path = `${above}${thread.comment.id}`
    return [path, ...outline(thread.answers, `${path} `)]
  })
}

function comment(id: number): PublicComment {
  return {
    id,
    articleId: 1,
    parentId: null,
    rootId: null,
    depth: 0,
    createdAt: new Date(id),
    author: null,
    text: [],
    isAnonymous: false,
    edited: false,
    isPicked: false,
    isPinned: false,
    about: null,
    recommendCount: 0,
    answers: 0,
  }
}

function answer(id: number, parentId: number, rootId = parentId): PublicComment {
  return { ...comment(id), parentId, rootId, depth: 1 }
}
