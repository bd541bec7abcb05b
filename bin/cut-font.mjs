// `node bin/cut-font.mjs FROM TO`: a smaller font with the letters that Latin pages need, in the weights they use.
import { readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

/** What the source has, without what no page of text shows. From, to. */
const letters = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0xff], // Western European languages
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2002, 0x200b], // spaces
  [0x2010, 0x2015], // hyphens and dashes
  [0x2018, 0x201e], // quotation marks
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2033],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x20ac, 0x20ac], // €
  [0x2122, 0x2122],
  [0x2191, 0x2193],
  [0x2212, 0x2212],
  [0xfffd, 0xfffd],
]
/** From the text's 400 to the 700 of what is strong (app/globals.css, components/). */
const weights = { min: 400, max: 700 }
/** Kerning, ligatures and accents. Small capitals and other figures are not used. */
const features = ['kern', 'liga', 'clig', 'rlig', 'calt', 'ccmp', 'locl', 'mark', 'mkmk']

const [from, to] = process.argv.slice(2)
const text = letters.map(([first, last]) => range(first, last)).join('')
const options = {
  targetFormat: 'woff2',
  variationAxes: { wght: weights },
  keepFeatures: features,
  // GDEF is a fifth of the file, to kern heavier letters by some thousandths otherwise than lighter ones; the others
  // are for programs with a menu of fonts, and for screens of long ago.
  dropTables: ['GDEF', 'STAT', 'gasp', 'prep'],
}
await writeFile(to, await subsetFont(await readFile(from), text, options))

function range(first, last) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index))
}
