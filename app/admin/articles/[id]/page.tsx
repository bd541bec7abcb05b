import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/notice'
import { When } from '@/components/when'
import { listSections } from '@/lib/articles/queries'
import { articlePath } from '@/lib/articles/slug'
import { listPresent } from '@/lib/newsroom/commands-presence'
import { type ArticleAtDesk, findAtDesk, listAuthorNames, listHeadlines } from '@/lib/newsroom/queries-desk'
import type { WaitingUpdate } from '@/lib/newsroom/queries-working-copy'
import { typedOf } from '@/lib/newsroom/typed-draft'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { EarlyScript } from '../../../early-script'
import { DeskPage } from '../../desk-page'
import { requireEditor } from '../../guard'
import { Asides } from './asides'
import { Findings } from './findings'
import { Keeper } from './keeper'
import { keeperWords } from './keeper-words'
import { PublishForm } from './publish-form'
import { Standing } from './standing'
import { toldSentence } from './told'
import { noteTypedEarly } from './typed-early'
import { typedMove } from './typed-move'
import { WritingForm } from './writing-form'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${say('writing.title', { id: (await params).id })} · ${site().name}` }
}

/** An article at work: what is written, what is to be thought of, and what is to become of it. */
export default async function ArticlePage({ params, searchParams }: Props) {
  const { id: asked } = await params
  const editor = await requireEditor(`/admin/articles/${asked}`)
  const id = publicId(asked)
  const now = new Date()
  const [article, names, sections] = await Promise.all([
    id === null ? null : findAtDesk(editor, id, now),
    listAuthorNames(editor),
    listSections(),
  ])
  if (!article) notFound()
  const [others, kept, related] = await Promise.all([
    listPresent(editor, article.id, now),
    typedMove(article.id),
    listHeadlines(editor, article.content.related),
  ])
  const told = toldSentence(await searchParams)
  const typed = typedOf(article.content, names)
  return (
    <DeskPage
      title={article.content.headline || say('articles.untitled')}
      about={<State article={article} />}
      moderator={editor}
      current="articles"
    >
      <div id="told">
        {told?.problem && (
          <Notice kind="problem" title={told.problem}>
            {kept && <p>{say('writing.refused.kept')}</p>}
          </Notice>
        )}
        {told?.done && <Notice kind="done">{told.done}</Notice>}
      </div>
      {article.update && <Later update={article.update} />}
      <Asides article={article} names={names} />
      <EarlyScript code={noteTypedEarly} />
      <WritingForm article={article} typed={typed} sections={sections} names={names} related={related}>
        <Keeper
          articleId={article.id}
          viewerId={editor.id}
          base={article.base}
          others={others.map(({ name }) => name)}
          asides={article.asides.length}
          words={keeperWords()}
        />
      </WritingForm>
      <Findings findings={article.findings} />
      <PublishForm article={article} editor={editor} typed={kept} />
      <Standing article={article} editor={editor} typed={kept} />
    </DeskPage>
  )
}

/** What readers get at a time, or why they did not. */
function Later({ update: { goesLiveAt, isEmbargo, problem } }: { update: WaitingUpdate }) {
  if (problem) {
    const title = say('writing.later.stopped')
    return (
      <Notice kind="problem" title={title}>
        {say(`writing.later.${problem}`)}
      </Notice>
    )
  }
  return (
    <p className="mt-3 font-semibold">
      {isEmbargo ? say('writing.later.embargo') : say('writing.later')} <When at={goesLiveAt} />
    </p>
  )
}

function State({ article }: { article: ArticleAtDesk }) {
  const { id, state, isDraft, openErrors } = article
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-quiet text-small">
      <span>{say('articles.id', { id: String(id) })}</span>
      <span className="font-semibold text-ink">{say(`articles.state.${state}`)}</span>
      {isDraft && state !== 'draft' && <span className="text-accent">{say('articles.hasDraft')}</span>}
      {state === 'published' && <a href={articlePath(article)}>{say('writing.read')}</a>}
      {state === 'published' && <a href={`/news/${id}/versions`}>{say('versions.title')}</a>}
      {state === 'published' && <a href={`/admin/articles/${id}/correct`}>{say('correct.title')}</a>}
      {openErrors > 0 && (
        <a href={`/admin/articles/errors?article=${id}`} className="font-semibold text-accent">
          {say('errors.count', { count: openErrors })}
        </a>
      )}
      <a href={`/admin/articles/${id}/preview`}>{say('writing.preview')}</a>
    </p>
  )
}
