// Longer names break every line they stand on.
const longest = 60

/** Characters nobody sees that change how a name reads: controls, zero-width marks, overrides of direction. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0]/gu

/** Joiners belong to the spelling of some scripts, between letters; anywhere else nobody sees them. */
const strayJoiners = /(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu

/** A name as it is kept: unseen characters gone, white space single. Null when nothing to see is left or it is too long. */
export function readName(input: string): string | null {
  let name = tidy(input)
  // What is taken out may leave its neighbours side by side: until nothing changes any more.
  for (let again = tidy(name); again !== name; again = tidy(name)) name = again
  if (!/[\p{L}\p{N}]/u.test(name)) return null
  return [...name].length <= longest ? name : null
}

function tidy(text: string): string {
  // White space first: a tab is a control character, too.
  const spaced = text.replace(/\s+/gu, ' ').replace(unseen, '').replace(strayJoiners, '')
  return spaced.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** The same name with a number that tells it from others, for when it is taken. */
export function numbered(name: string, number: number): string {
  const end = ` ${number}`
  const stem = [...name].slice(0, longest - end.length).join('')
  return `${stem.trimEnd()}${end}`
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
