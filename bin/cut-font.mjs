// `node bin/cut-font.mjs FROM TO LETTERS`: a smaller font with some letters, as CSS's unicode-range names them, in the
// weights that pages use.
import { readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

/** From the text's 400 to 600, which is also what is asked for as bold (app/globals.css, components/). */
const weights = { min: 400, max: 600 }
/** Kerning, ligatures and accents. Small capitals and other figures are not used. */
const features = ['kern', 'liga', 'clig', 'rlig', 'calt', 'ccmp', 'locl', 'mark', 'mkmk']

const [from, to, letters] = process.argv.slice(2)
const options = {
  targetFormat: 'woff2',
  variationAxes: { wght: weights },
  keepFeatures: features,
  // GDEF is a fifth of the file, to kern heavier letters by some thousandths otherwise than lighter ones. The others
  // say again what stands elsewhere in it, or are for printers and menus.
  dropTables: ['GDEF', 'HVAR', 'MVAR', 'STAT', 'prep', 'gasp'],
}
await writeFile(to, await subsetFont(await readFile(from), lettersOf(letters), options))

/** The letters of `U+20-7E, U+A0`. */
function lettersOf(unicodeRange) {
  return [...unicodeRange.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)]
    .map(([, first, last = first]) => between(Number.parseInt(first, 16), Number.parseInt(last, 16)))
    .join('')
}

function between(first, last) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index))
}
