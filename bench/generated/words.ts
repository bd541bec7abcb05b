import { type Chance, oneOf } from './chance'

export const syllables =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta'.split(' ')
const common =
  `the and of to a in that it is was for on with as they at be this have from or had by but some what there
  we can out other were all your when up use word how said an each she which their time if will way about many then
  them would so these her long make thing see him two has look more day could go come did my no most who over know than
  call first people may down side been now find harbour council bridge ferry school budget water road mayor station
  evening market winter teacher river permit plan price vote rent street line paper answer reason`.split(
    /\s+/,
  )
const rareWords = 4_000
const phrases = 1_024
const wordsPerPhrase = 7

/** Thirds of texts. One of each makes a comment of about twenty words; there are a thousand million of them. */
export type Phrases = readonly [openings: string[], middles: string[], endings: string[]]

export function makePhrases(chance: Chance): Phrases {
  const rare = Array.from({ length: rareWords }, (_, index) => rareWord(chance, index))
  const many = (finish: (phrase: string) => string) =>
    Array.from({ length: phrases }, () => finish(phraseOf(chance, rare)))
  return [
    many((phrase) => phrase.charAt(0).toUpperCase() + phrase.slice(1)),
    many((phrase) => `${phrase},`),
    many((phrase) => `${phrase}.`),
  ]
}

/** Common words and, now and then, one of many that few texts have. */
function phraseOf(chance: Chance, rare: readonly string[]): string {
  return Array.from({ length: wordsPerPhrase }, () =>
    chance() < 0.7 ? oneOf(chance, common) : oneOf(chance, rare),
  ).join(' ')
}

function rareWord(chance: Chance, index: number): string {
  const first = syllables[index % syllables.length] ?? ''
  return first + oneOf(chance, syllables) + oneOf(chance, syllables)
}
