import { writeFile } from 'node:fs/promises'
import sharp, { type OverlayOptions } from 'sharp'
import { prepareFonts } from './card-fonts'

/** A picture of an article for where it is shared. `language` is a BCP 47 tag, `fonts` a folder to keep them in. */
export type CardJob = {
  card: { headline: string; section: string; site: string; language: string }
  fonts: string
  to: string
}

const [width, height, margin] = [1200, 630, 80]
const colours = { paper: '#fffefb', ink: '#16181d', quiet: '#5b606b', accent: '#a3211b' }
const headlineSizes = [96, 82, 70, 61, 53, 46, 40, 34, 29]
const headlineHeight = 350
/** Longer ones are cut between words: at the least size about so much has room. */
const longestHeadline = 320

/** Writes the card as PNG: section, if there is one, headline as large as it has room for, site; from the right where its script is. */
export async function drawCard({ card, fonts, to }: CardJob): Promise<void> {
  // Before libvips asks for its first letter. The machine's own fonts, if it has any, are not asked.
  process.env.FONTCONFIG_FILE = await prepareFonts(fonts)
  const { language } = card
  const isRightToLeft = startsRightToLeft(card.headline)
  const headline = await fitted(shortened(card.headline), language)
  const site = await line(card.site, { size: 34, colour: colours.ink, language })
  const at = (drawn: Drawn, top: number): OverlayOptions => ({
    input: drawn.data,
    top,
    left: isRightToLeft ? width - margin - drawn.width : margin,
  })
  // Of nothing but blanks there is no picture.
  const above = async (section: string) =>
    section.trim() ? [at(await line(section, { size: 34, colour: colours.accent, language }), 72)] : []
  const rule = { width: width - 2 * margin, height: 2, channels: 4 as const, background: colours.ink }
  const image = sharp({ create: { width, height, channels: 4, background: colours.paper } }).composite([
    ...(await above(card.section)),
    at(headline, 140),
    { input: await sharp({ create: rule }).png().toBuffer(), top: height - 112, left: margin },
    at(site, height - 86),
  ])
  await writeFile(
    to,
    await image.flatten({ background: colours.paper }).png({ palette: true, compressionLevel: 9 }).toBuffer(),
  )
}

type Drawn = { data: Buffer; width: number; height: number }
type Look = { size: number; colour: string; language: string }

async function fitted(text: string, language: string): Promise<Drawn> {
  for (const size of headlineSizes) {
    const drawn = await line(text, { size, colour: colours.ink, language })
    if (drawn.height <= headlineHeight || size === headlineSizes.at(-1)) return cropped(drawn)
  }
  throw new Error('no size for a headline')
}

async function line(text: string, { size, colour, language }: Look): Promise<Drawn> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" lang="${escaped(language)}">${escaped(text) || ' '}</span>`,
      font: `Newsreader 16pt 16pt, Noto Sans Semi-Bold ${size}`,
      width: width - 2 * margin,
      wrap: 'word-char',
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

async function cropped(drawn: Drawn): Promise<Drawn> {
  if (drawn.height <= headlineHeight && drawn.width <= width - 2 * margin) return drawn
  const size = {
    width: Math.min(drawn.width, width - 2 * margin),
    height: Math.min(drawn.height, headlineHeight),
  }
  return {
    ...size,
    data: await sharp(drawn.data)
      .extract({ left: 0, top: 0, ...size })
      .png()
      .toBuffer(),
  }
}

function shortened(headline: string): string {
  const letters = [...headline]
  if (letters.length <= longestHeadline) return headline
  const cut = letters.slice(0, longestHeadline).join('')
  return `${cut.slice(0, cut.lastIndexOf(' ') > longestHeadline / 2 ? cut.lastIndexOf(' ') : undefined)} …`
}

/** By its first letter that has a direction, as browsers do with `dir="auto"`. */
function startsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}]/u.test(first)
}

/** As text of Pango's markup, which knows no control characters. */
function escaped(text: string): string {
  return text
    .replace(/\p{Cc}|\p{Cs}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
