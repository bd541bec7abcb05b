import type { Block } from '@/lib/articles/body'
import { site } from '@/lib/site'
import { day } from '@/lib/site-time'
import { say } from '@/messages/say'
import { InlineText } from './inline-text'

type Of<Type extends Block['type']> = Extract<Block, { type: Type }>

/** A link to something elsewhere, with what it is and where; nothing is loaded from there. */
export function EmbedCard({ card }: { card: Of<'embed'> }) {
  return (
    <p id={card.id} className="border-rule border-y py-3 font-sans text-base leading-normal">
      <a href={card.url} className="font-semibold">
        {card.title}
      </a>
      <span className="block text-quiet text-small">{card.site ?? new URL(card.url).host}</span>
    </p>
  )
}

export function PullQuote({ quote }: { quote: Of<'pull-quote'> }) {
  return (
    <aside id={quote.id} className="border-rule border-y py-4">
      <p className="text-balance text-title leading-[1.25]">
        <InlineText content={quote.content} />
      </p>
    </aside>
  )
}

/** What was wrong in the article, told in its place. */
export function CorrectionNote({ note }: { note: Of<'correction'> }) {
  return (
    <p id={note.id} role="note" className="border-rule border-y py-3 font-sans text-base leading-normal">
      <strong className="me-1 text-accent">
        {say('body.correction')}
        {note.at && (
          <>
            {' · '}
            <time dateTime={note.at}>{dayOf(note.at)}</time>
          </>
        )}
      </strong>{' '}
      <InlineText content={note.content} />
    </p>
  )
}

/** A day has no zone: it is the same one everywhere. */
function dayOf(at: string): string {
  return day(new Date(`${at}T00:00:00Z`), { timeZone: 'UTC', language: site().language })
}
