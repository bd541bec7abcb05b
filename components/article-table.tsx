import type { Block } from '@/lib/articles/body'
import { plainWords } from '@/lib/articles/body-words'
import { say } from '@/messages/say'
import { InlineText } from './inline-text'

/** A table as wide as its words, which scrolls by itself where the page is narrower. Columns of figures stand in line. */
export function ArticleTable({ table }: { table: Extract<Block, { type: 'table' }> }) {
  const { id, caption, header, rows } = table
  const sides = header.map((_, column) => (isFigures(rows.map((row) => row[column] ?? [])) ? figures : words))
  return (
    <section
      id={id}
      aria-label={caption ?? say('body.table')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      className="overflow-x-auto font-sans text-base leading-normal"
    >
      <table className="w-full border-rule border-b">
        {caption && <caption className="pb-2 text-start text-quiet text-small">{caption}</caption>}
        <thead>
          <tr>
            {header.map((cell, column) => (
              <th key={column} scope="col" className={`border-edge border-b font-semibold ${sides[column]}`}>
                <InlineText content={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className="border-rule border-t">
              {row.map((cell, column) => (
                <td key={column} className={sides[column]}>
                  <InlineText content={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const words = 'py-1.5 pe-4 text-start align-top'
const figures = 'py-1.5 ps-4 text-end align-top tabular-nums'

type Cell = Extract<Block, { type: 'table' }>['header'][number]

/** Whether a column holds nothing but numbers, and some of them. */
function isFigures(cells: Cell[]): boolean {
  const all = cells.map((cell) => plainWords(cell).trim()).filter((text) => text !== '')
  return (
    all.length > 0 && all.every((text) => /^[−–+-]?\p{Sc}?\s?\p{Nd}[\p{Nd}.,\s]*\s?(%|\p{Sc})?$/u.test(text))
  )
}
