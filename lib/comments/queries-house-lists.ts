import { db, type Transaction } from '@/lib/db'
import type { HouseLists, ListText } from '@/lib/moderation/checks/check'
import { matchWords } from '@/lib/moderation/checks/word-matcher'

export const noList: ListText = { words: [], deniedHosts: [], allowedHosts: [] }

// What is in force is never changed, so that one that was prepared once stays right; another has another number.
let prepared: { of: object; id: number; lists: HouseLists } | undefined

/** The lists in force, ready for the checks. `id` is read together with what else a comment is judged by. */
export async function preparedLists(id: number | null, tx: Transaction = db()): Promise<HouseLists> {
  if (id === null) return preparedFrom(noList)
  if (prepared?.id !== id || prepared.of !== db()) {
    const list = await tx.houseList.findUniqueOrThrow({ where: { id } })
    const lists = preparedFrom(list)
    prepared = { of: db(), id, lists }
    return lists
  }
  return prepared.lists
}

export function preparedFrom({ words, ...hosts }: ListText): HouseLists {
  return { ...hosts, words: matchWords(words) }
}

/** The number of the list in force; null while there is none. */
export async function listInForce(tx: Transaction = db()): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    select id from "HouseList" where "adoptedAt" is not null order by "adoptedAt" desc, id desc limit 1`
  return row?.id ?? null
}
