// Letters that are drawn alike, as the one that stands for them: the few that disguises are made of, not the whole of
// UTS 39. `i`, `l`, `1` and `|` are one.
const alike: Record<string, string> = {
  ...pairs(
    'а',
    'a',
    'б',
    'b',
    'в',
    'b',
    'е',
    'e',
    'ё',
    'e',
    'з',
    'e',
    'и',
    'u',
    'к',
    'k',
    'м',
    'm',
    'н',
    'h',
    'о',
    'o',
  ),
  ...pairs(
    'р',
    'p',
    'с',
    'c',
    'т',
    't',
    'у',
    'y',
    'х',
    'x',
    'ѕ',
    's',
    'і',
    'l',
    'ї',
    'l',
    'ј',
    'j',
    'ԁ',
    'd',
    'ԛ',
    'q',
  ),
  ...pairs('ԝ', 'w', 'һ', 'h', 'ӏ', 'l', 'ц', 'u', 'ь', 'b'),
  ...pairs(
    'α',
    'a',
    'β',
    'b',
    'ε',
    'e',
    'η',
    'n',
    'ι',
    'l',
    'κ',
    'k',
    'ν',
    'v',
    'ο',
    'o',
    'ρ',
    'p',
    'τ',
    't',
    'υ',
    'u',
  ),
  ...pairs('χ', 'x', 'ω', 'w', 'γ', 'y'),
  ...pairs(
    'ɑ',
    'a',
    'ɡ',
    'g',
    'ı',
    'l',
    'ɩ',
    'l',
    'ʏ',
    'y',
    'ø',
    'o',
    'ł',
    'l',
    'đ',
    'd',
    'ħ',
    'h',
    'ŧ',
    't',
    'ß',
    'ss',
  ),
  ...pairs(
    'i',
    'l',
    '|',
    'l',
    '!',
    'l',
    '0',
    'o',
    '1',
    'l',
    '3',
    'e',
    '4',
    'a',
    '5',
    's',
    '7',
    't',
    '@',
    'a',
    '$',
    's',
  ),
  ...pairs('€', 'e', '8', 'b'),
}

/**
 * A normalised text with its disguises off, for comparing words: accents gone, letters that are drawn alike made one,
 * digits and signs that stand for letters read as them, single letters with gaps between them joined, anything between
 * words one space. Begins and ends with a space.
 */
export function fold(normalised: string): string {
  const bare = normalised.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  const words = bare
    .split(/[^\p{L}\p{M}\p{N}|!@$€]+/u)
    .map(foldWord)
    .filter(Boolean)
  return ` ${joinLetters(words).join(' ')} `
}

/** `!` at the end of a word is what it is; a number is no word. */
function foldWord(word: string): string {
  const inner = word.replace(/^[|!]+|[|!]+$/g, '')
  if (!/\p{L}/u.test(inner)) return inner
  return [...inner]
    .map((letter) => alike[letter] ?? letter)
    .join('')
    .replace(/(.)\1{2,}/gu, '$1')
}

/** `v i a g r a` is one word. */
function joinLetters(words: string[]): string[] {
  const joined: string[] = []
  let run: string[] = []
  const end = () => {
    if (run.length > 2) joined.push(run.map((letter) => alike[letter] ?? letter).join(''))
    else joined.push(...run)
    run = []
  }
  for (const word of words) {
    if ([...word].length === 1) run.push(word)
    else {
      end()
      joined.push(word)
    }
  }
  end()
  return joined
}

function pairs(...list: string[]): Record<string, string> {
  return Object.fromEntries(
    list.flatMap((letter, index) => (index % 2 === 0 ? [[letter, list[index + 1] ?? letter]] : [])),
  )
}
