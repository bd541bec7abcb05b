import unhomoglyph from 'unhomoglyph'

// Capitals in the height of small letters: to Unicode letters of their own, to a reader the same.
const smallCapitals = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍʍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'
const plainLetters = 'abcdefghijklmmnoprstuvwyz'

const accents = /[\u0300-\u036f]/g
const unsaid = /[^\p{L}\p{M}\p{N}]/gu

/**
 * What a name looks like: two names with one skeleton can be taken for each other. The skeleton of UTS 39 (Unicode's
 * table of confusables), and beyond it the same for capitals and small letters, with or without accents, gaps and
 * signs. `i`, `l`, `1` and `I` are one, because a capital of the one is the small letter of the other.
 */
export function skeletonOf(name: string): string {
  let text = name
  // What a letter becomes may look like another again: until nothing changes any more.
  for (let again = pass(text); again !== text; again = pass(text)) text = again
  const said = text.replace(unsaid, '')
  // A letter may be drawn as a sign alone.
  return said === '' ? text : said
}

function pass(text: string): string {
  const drawn = unhomoglyph(text.normalize('NFKD')).normalize('NFKD').toLowerCase()
  return Array.from(drawn.replace(accents, ''), plain).join('').replaceAll('i', 'l')
}

function plain(letter: string): string {
  const at = smallCapitals.indexOf(letter)
  return at < 0 ? letter : (plainLetters[at] ?? letter)
}

// Names that would speak for the site.
const offices = ['administrator', 'admin', 'moderator', 'editor', 'newsroom', 'staff', 'tribune'].map(
  skeletonOf,
)

/** Whether a name could be taken for one of these, or has a word in it that is an office of the site. */
export function speaksForStaff(name: string, staffNames: readonly string[]): boolean {
  const key = skeletonOf(name)
  if ([...offices, ...staffNames.map(skeletonOf)].includes(key)) return true
  return name.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => word !== '' && offices.includes(skeletonOf(word)))
}
