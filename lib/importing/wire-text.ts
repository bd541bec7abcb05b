/** A line that has something on it, with its number in the file, counted from 1. */
export type Line = { line: number; text: string }

export type NotAWirePage = { ok: false; error: 'not-a-wire-page'; line: number; reason: string }

export const wirePageMaxBytes = 1024 * 1024

export function notAWirePage(line: number, reason: string): NotAWirePage {
  return { ok: false, error: 'not-a-wire-page', line, reason }
}

/** The number of the first line that is not UTF-8, or null. Lines end as `wireLines` ends them. */
export function firstLineNotUtf8(bytes: Uint8Array): number | null {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for (let start = 0; start <= bytes.length; line += 1) {
    const end = lineEnd(bytes, start)
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch (error) {
      if (error instanceof TypeError) return line
      throw error
    }
    start = end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1)
  }
  return null
}

/** Refuses what cannot be a page of text at all: nothing, too much, markup, characters that are not text. */
export function refuseUnlessText(text: string): NotAWirePage | null {
  if (text.length > wirePageMaxBytes) return tooLarge()
  if (text.search(VISIBLE) < 0) return notAWirePage(1, 'the file is empty')
  const bad = NOT_TEXT.exec(text)
  if (bad) return notAWirePage(lineOf(text, bad.index), `${codePoint(bad[0])} is not a character of a text`)
  const [markup] = MARKUP.exec(text) ?? []
  if (markup) return notAWirePage(lineOf(text, markup.length), 'this is HTML or XML, not the text of a page')
  return null
}

export function tooLarge(): NotAWirePage {
  return notAWirePage(1, `larger than ${wirePageMaxBytes} bytes, which no page of a newswire is`)
}

/** The lines that are not blank, their ends trimmed and nothing else touched; CRLF, LF and CR all end a line. */
export function wireLines(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line: index + 1, text: line.trimEnd() }))
    .filter(({ text }) => VISIBLE.test(text))
}

const LF = 0x0a
const CR = 0x0d
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NOT_TEXT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Surrogate}/u
const MARKUP = /^[\s\uFEFF]*<(?=[!?]|\/?[a-z])/i

function lineEnd(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] === LF || bytes[at] === CR) return at
  }
  return bytes.length
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|\n|\r/).length
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
