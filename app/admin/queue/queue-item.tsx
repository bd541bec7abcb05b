import { Difference } from '@/components/difference'
import { Meta } from '@/components/meta'
import { RenderedText } from '@/components/rendered-text'
import { When } from '@/components/when'
import { articlePath } from '@/lib/articles/slug'
import type { QueueItem as Item } from '@/lib/moderation/queries'
import { riskyFrom } from '@/lib/moderation/queue-filter'
import type { QueuePlace } from '@/lib/moderation/queue-place'
import { site } from '@/lib/site'
import { clock } from '@/lib/site-time'
import { say } from '@/messages/say'
import { bulkForm } from './bulk-bar'
import { DecisionForm } from './decision-form'
import { Why } from './why'

type Props = { item: Item; place: QueuePlace; rules: readonly { code: string; reason: string }[] }

/** One comment with what is needed to decide it, and no more. */
export function QueueItem({ item, place, rules }: Props) {
  const { author, article, parent, claim } = item
  return (
    <article
      id={`item-${item.id}`}
      data-item={item.id}
      data-author={author.name}
      tabIndex={-1}
      aria-label={say('desk.item', { name: author.name })}
      className="scroll-my-14 rounded-[4px] border border-rule px-4 py-4 aria-[current]:border-ink"
    >
      <header className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <strong dir="auto">
              <a href={`/admin/readers/${author.id}`} className="no-underline hover:underline">
                {author.name}
              </a>
            </strong>
            {author.sanctions.map((kind) => (
              <span key={kind} className="font-[650] text-accent text-small">
                {say(`readers.is.${kind}`)}
              </span>
            ))}
            <span className="text-small">
              <When at={item.createdAt} />
            </span>
          </p>
          <Meta>
            <a href={articlePath(article)}>{say('desk.onArticle', { headline: article.headline })}</a>
            {parent && <a href={`/comments/${parent.id}`}>{say('desk.replyTo', { name: parent.author })}</a>}
            {item.publicRevisionId !== null && <a href={`/comments/${item.id}`}>{say('desk.inThread')}</a>}
            {claim && !claim.isOwn && (
              <strong className="text-hold">
                {say('desk.claimed', { name: claim.by, time: clock(claim.until, site()) })}
              </strong>
            )}
          </Meta>
        </div>
        <label className="-m-2.5 flex size-11 shrink-0 items-center justify-center">
          <input
            type="checkbox"
            form={bulkForm}
            name={`item-${item.id}`}
            value={`${item.revisionId}.${item.seen}`}
            aria-label={say('bulk.tick', { name: author.name })}
            className="size-5"
          />
        </label>
      </header>
      {parent && <Answered text={parent.text} />}
      <div data-comment-text="" data-severe={item.desk && item.desk.risk >= riskyFrom ? '' : undefined}>
        <RenderedText text={item.text} />
        {item.earlierPublicSource !== null && (
          <div className="my-3 border-hold border-s-3 ps-3 text-small">
            <p className="font-semibold">{say('desk.edit')}</p>
            <Difference before={item.earlierPublicSource} after={item.source} />
          </div>
        )}
      </div>
      <Why item={item} rules={rules} />
      <Meta className="mb-3">
        {say('desk.record', {
          posted: author.postedCount,
          approved: author.approvedCount,
          rejected: author.rejectedCount,
        })}
        {author.reportsUpheld + author.reportsDismissed > 0 &&
          say('desk.reporter', { upheld: author.reportsUpheld, dismissed: author.reportsDismissed })}
        <span>
          {say('desk.joined', { date: '' })}
          <When at={author.createdAt} />
        </span>
        <a href={`/admin/comments/${item.id}`}>{say('desk.open')}</a>
      </Meta>
      <DecisionForm item={item} place={place} moves={['approve', 'reject']} rules={rules} />
    </article>
  )
}

/** The beginning of what a comment answers. */
export function Answered({ text }: { text: string }) {
  return (
    <blockquote
      dir="auto"
      className="my-3 line-clamp-3 border-rule border-s-2 ps-3 font-serif text-quiet [overflow-wrap:anywhere]"
    >
      {text}
    </blockquote>
  )
}
