import { expect, test } from 'vitest'
import { type PageStart, pageOf } from './list-place'

const rows = Array.from({ length: 7 }, (_, index) => ({ at: new Date(7 - index), id: 7 - index }))

/** What a table would give: the place itself left out, one more than fits. */
function found(start: PageStart, take: number) {
  if (start === null) return rows.slice(0, take + 1)
  if ('after' in start) return rows.filter(({ id }) => id < start.after.id).slice(0, take + 1)
  return rows
    .filter(({ id }) => id > start.before.id)
    .reverse()
    .slice(0, take + 1)
}

test.each([1, 2, 3, 6, 7, 8])(
  'the pages of a list by %i are walked to its end and back over the same ones',
  (take) => {
    const page = (start: PageStart) => {
      const read =
        pageOf(found(start, take), start, take, (row) => row) ??
        pageOf(found(null, take), null, take, (row) => row)
      if (!read) throw new Error('the first page is none')
      return read
    }
    const there = [page(null)]
    for (let last = there[0]; last?.older; last = there.at(-1)) there.push(page({ after: last.older }))
    expect(there.flatMap(({ rows }) => rows)).toEqual(rows)
    const back = [there.at(-1)]
    for (let first = back[0]; first?.newer; first = back[0]) back.unshift(page({ before: first.newer }))
    expect(back.map((one) => one?.rows)).toEqual(there.map(({ rows }) => rows))
  },
)
