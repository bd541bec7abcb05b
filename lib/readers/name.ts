// Longer names break every line they stand on.
const longest = 60

/** Characters nobody sees that change how a name reads: controls, zero-width marks, overrides of direction. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0]/gu

/** A name as it is kept: unseen characters gone, white space single. Null when nothing to see is left or it is too long. */
export function readName(input: string): string | null {
  const name = input.normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').trim()
  if (!/[\p{L}\p{N}]/u.test(name)) return null
  return [...name].length <= longest ? name : null
}

/** The stem of an address such as /u/ana-marin, to which a number is added when it is taken. */
export function handleFrom(name: string): string {
  const stem = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return stem || 'reader'
}
