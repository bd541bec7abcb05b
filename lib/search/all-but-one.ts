/**
 * A tsquery, in its own notation, for what has all of some parts, or all of them but one, whichever. '' asks for nothing:
 * there is one part, which may be missing. Halved again and again, so that forty parts take some hundred and not
 * forty times forty.
 */
export function allButOne(parts: readonly string[]): string {
  if (parts.length < 2) return ''
  const [left, right] = [parts.slice(0, parts.length >> 1), parts.slice(parts.length >> 1)]
  return `(${both(allButOne(left), all(right))} | ${both(all(left), allButOne(right))})`
}

/** Parts of a query, all of which are asked for. */
export function all(parts: readonly string[]): string {
  return parts
    .filter(Boolean)
    .map((part) => `(${part})`)
    .join(' & ')
}

function both(one: string, other: string): string {
  return `(${all([one, other])})`
}
