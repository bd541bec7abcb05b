/** The orders a conversation is read in. docs/ranking.md explains best and other view. */
export const sorts = ['best', 'newest', 'oldest', 'discussed', 'other'] as const

export type Sort = (typeof sorts)[number]

/** How a conversation is read where nobody asked for an order; the article's own page too. */
export const usualSort: Sort = 'best'

/** The order an address asks for; the usual one for anything else. */
export function readSort(text: string | string[] | undefined): Sort {
  return sorts.find((sort) => sort === text) ?? usualSort
}
