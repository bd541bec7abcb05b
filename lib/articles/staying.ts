/**
 * Of things in a new order, each with its old place or null: the new places of the most that kept their order (longest
 * increasing subsequence, by patience sorting).
 */
export function stayingOf(partners: (number | null)[]): Set<number> {
  const tops: number[] = [] // new places; their partners grow
  const below: (number | undefined)[] = []
  const partnerAt = (place: number | undefined) => (place === undefined ? -1 : (partners[place] ?? -1))
  for (const [index, partner] of partners.entries()) {
    if (partner === null) continue
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (partnerAt(tops[middle]) < partner) low = middle + 1
      else high = middle
    }
    below[index] = tops[low - 1]
    tops[low] = index
  }
  const staying = new Set<number>()
  for (let at = tops.at(-1); at !== undefined; at = below[at]) staying.add(at)
  return staying
}
