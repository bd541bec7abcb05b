import { Fragment } from 'react'
import type { Rendered } from '@/lib/comments/rendered'

/** A comment's words: paragraphs and the line ends in them. */
export function RenderedText({ text }: { text: Rendered }) {
  return text.map((paragraph, index) => (
    <p
      key={index}
      dir="auto"
      className="my-2 max-w-[66ch] font-serif text-comment leading-[1.55] [overflow-wrap:anywhere]"
    >
      {paragraph.lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </p>
  ))
}
