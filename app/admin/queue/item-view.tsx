'use client'

import type { ReactNode } from 'react'
import { Meta } from '@/components/meta'
import { RenderedText } from '@/components/rendered-text'
import { Answered } from './answered'
import { bulkForm } from './bulk-form'
import { DecisionForm, type DecisionWords, type Rule } from './decision-form'
import type { ItemFacts, Moment } from './item-facts'
import { WhyView } from './why-view'

/** What stands at every item alike. */
export type ItemWords = {
  decision: DecisionWords
  edit: string
  joined: string
  open: string
  why: string
  normalised: string
}

type Props = {
  facts: ItemFacts
  words: ItemWords
  rules: readonly Rule[]
  /** What an edit changed. */
  difference: ReactNode
  typed: { reason: string; note: string } | null
}

/**
 * One comment with what is needed to decide it, and no more. It holds nothing and does nothing: that browsers know it,
 * too, spares the server to draw twenty of them twice and to send them twice (decision 0035).
 */
export function ItemView({ facts, words, rules, difference, typed }: Props) {
  const { id, author, article, parent } = facts
  return (
    <article
      id={`item-${id}`}
      data-item={id}
      data-author={author.name}
      tabIndex={-1}
      aria-label={facts.label}
      className="scroll-my-14 rounded-[4px] border border-rule px-4 py-4 aria-[current]:border-ink"
    >
      <header className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <strong dir="auto">
              <a href={author.href} className="no-underline hover:underline">
                {author.name}
              </a>
            </strong>
            {author.sanctions.map((sanction) => (
              <span key={sanction} className="font-[650] text-accent text-small">
                {sanction}
              </span>
            ))}
            <span className="text-small">
              <Time moment={facts.written} />
            </span>
            {facts.waiting && <span className="text-quiet text-small">{facts.waiting}</span>}
          </p>
          <Meta>
            <a href={article.href}>{article.text}</a>
            {facts.answers && <a href={facts.answers.href}>{facts.answers.text}</a>}
            {facts.inThread && <a href={facts.inThread.href}>{facts.inThread.text}</a>}
            {facts.claimed && <strong className="text-hold">{facts.claimed}</strong>}
          </Meta>
        </div>
        <label className="-m-2.5 flex size-11 shrink-0 items-center justify-center">
          <input
            type="checkbox"
            form={bulkForm}
            name={`item-${id}`}
            value={`${facts.revisionId}.${facts.seen}`}
            aria-label={facts.tick}
            className="size-5"
          />
        </label>
      </header>
      {parent && <Answered text={parent} />}
      <div data-comment-text="" data-severe={facts.isSevere ? '' : undefined}>
        <RenderedText text={facts.text} />
        {difference && (
          <div className="my-3 border-hold border-s-3 ps-3 text-small">
            <p className="font-semibold">{words.edit}</p>
            {difference}
          </div>
        )}
      </div>
      <WhyView why={facts.why} words={words} />
      <Meta className="mb-3">
        {facts.record}
        {facts.reporter}
        <span>
          {words.joined}
          <Time moment={facts.joined} />
        </span>
        <a href={`/admin/comments/${id}`}>{words.open}</a>
      </Meta>
      <DecisionForm
        item={facts}
        from={facts.from}
        moves={bothMoves}
        words={words.decision}
        rules={rules}
        typed={typed}
      />
    </article>
  )
}

const bothMoves = ['approve', 'reject'] as const

function Time({ moment: { iso, text } }: { moment: Moment }) {
  return <time dateTime={iso}>{text}</time>
}
