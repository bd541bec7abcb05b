import { describe, expect, it } from 'vitest'
import { layoutOf, readCoreList } from './cores'

describe('the cores of a measurement', () => {
  it('keep load and servers apart where there are enough', () => {
    expect(layoutOf([0, 1], 1)).toEqual({ servers: [0], load: [1], apart: true })
    expect(layoutOf([0, 1, 2, 3], 2)).toEqual({ servers: [0, 1], load: [2, 3], apart: true })
  })

  it('are shared by all, and said to be, where there are not', () => {
    expect(layoutOf([0, 1], 2)).toEqual({ servers: [0, 1], load: [0, 1], apart: false })
    expect(layoutOf([3], 1)).toEqual({ servers: [3], load: [3], apart: false })
  })

  it('are read from a list as Linux writes it', () => {
    expect(readCoreList('0-2,5')).toEqual([0, 1, 2, 5])
    expect(readCoreList('7')).toEqual([7])
  })
})
