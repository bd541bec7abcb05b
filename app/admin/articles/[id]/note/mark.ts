export type Selected = { text: string; from: number; to: number }

/** A text whose chosen words have a mark around them, or have it no more; the words stay chosen. */
export function marked({ text, from, to }: Selected, mark: '*' | '**'): Selected {
  const [before, words, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)]
  const has = endsIn(before, mark) && endsIn([...after].reverse().join(''), mark)
  return has
    ? { ...around(before.slice(0, -mark.length), words, after.slice(mark.length)) }
    : around(before + mark, words, mark + after)
}

/** A text whose chosen words lead somewhere; where none are chosen, the address itself. */
export function linked({ text, from, to }: Selected, address: string): Selected {
  const words = text.slice(from, to)
  const safe = address.replace(/[()<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
  return words === ''
    ? around(text.slice(0, from), safe, text.slice(to))
    : around(`${text.slice(0, from)}[`, words, `](${safe})${text.slice(to)}`)
}

/** Two asterisks are not one, nor one of two. */
function endsIn(words: string, mark: '*' | '**'): boolean {
  const stars = /\**$/.exec(words)?.[0].length ?? 0
  return mark === '*' ? stars % 2 === 1 : stars >= 2
}

function around(before: string, words: string, after: string): Selected {
  return { text: before + words + after, from: before.length, to: before.length + words.length }
}
