import { expect, test } from 'vitest'
import { isUndoable } from './undoable'

test('what a person decided is anybody’s to take back, a judgement only the judge’s, what checks found nobody’s', () => {
  const may = (rule: string) => [isUndoable({ rule, isOwn: true }), isUndoable({ rule, isOwn: false })]
  for (const rule of ['approved', 'rejected', 'edit-rejected', 'redacted'])
    expect(may(rule)).toEqual([true, true])
  for (const rule of ['appeal-upheld', 'appeal-overturned']) expect(may(rule)).toEqual([true, false])
  for (const rule of ['newcomer', 'rechecked', 'deleted', 'undone']) expect(may(rule)).toEqual([false, false])
})
