import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import type { Inline } from './body'
import { plainWords } from './body-words'
import { inlinesOf } from './inline-from-markdown'
import { tidy } from './tidy-inline'

// Emphasis and links are all it knows; whatever would be more stays as it was typed.
const options = {
  extensions: [
    gfmAutolinkLiteral(),
    {
      disable: {
        null: [
          ...['blockQuote', 'codeFenced', 'codeIndented', 'codeText', 'definition', 'headingAtx', 'htmlFlow'],
          ...['htmlText', 'list', 'setextUnderline', 'thematicBreak', 'characterReference'],
        ],
      },
    },
  ],
  mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
}

// Without one of these there is nothing to read, and that takes a tenth of the time.
const mark = /[*_[\]<>\\!`@]|https?:|www\./i

/** A note to readers, of which each line is a paragraph: `*emphasis*`, `**strong words**`, `[words](address)`, addresses. */
export function readNote(typed: string): Inline[][] {
  return typed
    .split(/[\r\n]+/)
    .map((line) => wordsOf(line.trim()))
    .filter((content) => content.length > 0)
}

/** The same without its marks, for those who take words alone. */
export function plainNote(typed: string): string {
  return plainWordsOf(readNote(typed))
}

export function plainWordsOf(note: Inline[][]): string {
  return note.map(plainWords).join('\n')
}

function wordsOf(line: string): Inline[] {
  if (!mark.test(line)) return tidy([{ text: line }])
  const [paragraph] = fromMarkdown(line, options).children
  return paragraph?.type === 'paragraph' ? inlinesOf(paragraph.children, line) : []
}
