import { Meta } from '@/components/meta'
import { RenderedText } from '@/components/rendered-text'
import { When } from '@/components/when'
import { articlePath } from '@/lib/articles/slug'
import type { AppealItem as Item } from '@/lib/moderation/queries-appeals'
import { say } from '@/messages/say'
import { recordOf } from '../record'
import { JudgeForm } from './judge-form'

/** One appeal: the text that was refused in its place, its author's record, and what the author says to it. */
export function AppealItem({ item, answer }: { item: Item; answer: string }) {
  const { id, author, article, parent } = item
  const isEdit = item.publicText !== null
  return (
    <article
      aria-label={say('appeals.item', { name: author.name })}
      className="min-w-0 rounded-[4px] border border-rule px-4 py-4"
    >
      <header>
        <p className="flex flex-wrap items-baseline gap-x-3">
          <strong dir="auto">{author.name}</strong>
          <span className="text-small">
            {say('appeals.since', { date: '' })}
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
      <h2 className="mt-3 font-[650] font-sans text-small tracking-normal">
        {isEdit ? say('appeals.refusedEdit') : say('appeals.refused')}
      </h2>
      <RenderedText text={item.text} />
      {item.publicText && (
        <div className="my-3 border-hold border-s-3 ps-3 text-small">
          <p className="font-semibold">{say('appeals.shown')}</p>
          <RenderedText text={item.publicText} />
        </div>
      )}
      <Meta>
        <When at={item.writtenAt} />
        {recordOf(author)}
        <span>
          {say('desk.joined', { date: '' })}
          <When at={author.createdAt} />
        </span>
      </Meta>
      <h2 className="mt-4 font-[650] font-sans text-small tracking-normal">{say('appeals.words')}</h2>
      <p
        dir="auto"
        className="my-1 whitespace-pre-line border-hold border-s-3 ps-3 font-serif text-comment [overflow-wrap:anywhere]"
      >
        {item.words}
      </p>
      {item.may === 'yes' ? (
        <JudgeForm
          action={`/api/admin/appeals/${id}/judge`}
          {...{ isOwn: item.isOwn, answer }}
          overturn={say('appeals.overturn')}
          uphold={say('appeals.uphold')}
        />
      ) : (
        <p className="mt-4 text-quiet">{say(`appeals.${item.may}`)}</p>
      )}
    </article>
  )
}
