import type { ReactNode } from 'react'
import type { Block } from '@/lib/articles/body'
import { say } from '@/messages/say'
import { InlineText } from './inline-text'

/** What somebody said; to machines, a schema.org Quotation. `children` follow its words. */
export function ArticleQuotation({
  quotation,
  number,
  children,
}: {
  quotation: Extract<Block, { type: 'quotation' }>
  number: number | undefined
  children: ReactNode
}) {
  const { id, content, speaker, source, href, verified } = quotation
  const words = (
    <blockquote cite={href} className="border-accent border-s-2 ps-5">
      <p data-about={number} itemProp="text">
        <InlineText content={content} />
        {children}
      </p>
    </blockquote>
  )
  const from = source ?? href
  return (
    <figure id={id} itemScope itemType="https://schema.org/Quotation">
      {words}
      {(speaker || from || verified) && (
        <figcaption className="mt-1 ps-5.5 font-sans text-quiet text-small leading-normal">
          {speaker && <span itemProp="creator">{speaker}</span>}
          {speaker && from && ', '}
          {from && <cite className="italic">{href ? <a href={href}>{from}</a> : from}</cite>}
          {verified && <Verified isAlone={!speaker && !from} />}
        </figcaption>
      )}
    </figure>
  )
}

function Verified({ isAlone }: { isAlone: boolean }) {
  return (
    <span className="text-ok">
      {isAlone ? '' : ' · '}
      {say('body.verified')}
    </span>
  )
}
