import { expect, test } from 'vitest'
import { errorQuery, readErrorFilter } from './error-filter'

test.each([
  [{}, {}],
  [{ article: '7' }, { articleId: 7 }],
  [{ mine: '1' }, { mine: true }],
  [
    { article: '7', mine: '1' },
    { articleId: 7, mine: true },
  ],
])('%j is read and written alike', (query, filter) => {
  expect(readErrorFilter(query)).toEqual(filter)
  expect(errorQuery(readErrorFilter(query))).toEqual(query)
})

test.each([{ article: 'x' }, { article: '0' }, { article: ['7', '8'] }, { mine: 'yes' }])(
  '%j counts for nothing',
  (query) => expect(readErrorFilter(query)).toEqual({}),
)
