import { Meta } from '@/components/meta'
import { RenderedText } from '@/components/rendered-text'
import { When } from '@/components/when'
import { articlePath } from '@/lib/articles/slug'
import type { Finding } from '@/lib/moderation/checks/check'
import type { QueueItem as Item } from '@/lib/moderation/queries'
import { say } from '@/messages/say'
import { DecisionForm } from './decision-form'

/** One comment with what is needed to decide it, and no more. */
export function QueueItem({ item, after }: { item: Item; after: number | null }) {
  const { author, article, parent } = item
  const holding = item.findings.filter((finding) => finding.verdict === 'hold')
  return (
    <article
      id={`item-${item.id}`}
      data-item={item.id}
      data-author={author.name}
      tabIndex={-1}
      aria-label={say('desk.item', { name: author.name })}
      className="scroll-my-14 rounded-[4px] border border-rule px-4 py-4 aria-[current]:border-ink"
    >
      <header>
        <p className="flex flex-wrap items-baseline gap-x-3">
          <strong dir="auto">{author.name}</strong>
          {author.banned && <span className="font-[650] text-accent text-small">{say('desk.banned')}</span>}
          <span className="text-small">
            <When at={item.createdAt} />
          </span>
        </p>
        <Meta>
          <a href={articlePath(article)}>{say('desk.onArticle', { headline: article.headline })}</a>
          {parent && say('desk.replyTo', { name: parent.author })}
        </Meta>
      </header>
      {parent && (
        <blockquote
          dir="auto"
          className="my-3 line-clamp-3 border-rule border-s-2 ps-3 font-serif text-quiet [overflow-wrap:anywhere]"
        >
          {parent.text}
        </blockquote>
      )}
      <RenderedText text={item.text} />
      {item.earlierPublicText !== null && (
        <div className="my-3 border-hold border-s-3 ps-3 text-small">
          <p className="font-semibold">{say('desk.edit')}</p>
          <RenderedText text={item.earlierPublicText} />
        </div>
      )}
      <p className="text-small">
        <strong>{say('desk.why')}:</strong>{' '}
        {holding.length > 0 ? holding.map(sentence).join(' · ') : say('desk.why.edit')}
      </p>
      <Meta className="mb-3">
        {say('desk.record', {
          posted: author.postedCount,
          approved: author.approvedCount,
          rejected: author.rejectedCount,
        })}
        <span>
          {say('desk.joined', { date: '' })}
          <When at={author.createdAt} />
        </span>
        <a href={`/admin/comments/${item.id}`}>{say('desk.open')}</a>
      </Meta>
      <DecisionForm item={item} after={after} moves={['approve', 'reject']} />
    </article>
  )
}

const told = [
  'words',
  'links',
  'link-denied',
  'link-disguised',
  'said-elsewhere',
  'seen-before',
  'shouting',
  'repetition',
  'check-failed',
] as const

export function sentence({ check, detail }: Finding): string {
  if (check === 'newcomer')
    return say('desk.why.newcomer', { approved: detail.approved ?? 0, needed: detail.needed ?? 0 })
  const known = told.find((each) => each === check)
  if (!known) return say('desk.why.other', { check })
  const { entry = '', count = 0, most = 0, host = '', text = '', comment = 0, percent = 0 } = detail
  return say(`desk.why.${known}`, { entry, count, most, host, text, comment, percent })
}
