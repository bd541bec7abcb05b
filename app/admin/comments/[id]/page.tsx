import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Meta } from '@/components/meta'
import { RenderedText } from '@/components/rendered-text'
import { When } from '@/components/when'
import { articlePath } from '@/lib/articles/slug'
import { type Move, moved } from '@/lib/moderation/moves'
import { listDecidedOf } from '@/lib/moderation/queries'
import { isAppealed } from '@/lib/moderation/queries-appeals'
import { findCommentFile } from '@/lib/moderation/queries-file'
import { listLiveRules, reasonSentences } from '@/lib/moderation/queries-rules'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../../desk-page'
import { requireModerator } from '../../guard'
import { DeskKeys } from '../../keys/desk-keys'
import { keyWords } from '../../keys/key-words'
import { Answered } from '../../queue/answered'
import { DecisionForm } from '../../queue/decision-form'
import { itemWords } from '../../queue/item-facts'
import { typedDecision } from '../../queue/typed-decision'
import { whyOf } from '../../queue/why'
import { WhyView } from '../../queue/why-view'
import { recordOf } from '../../record'
import { FileNotice } from './file-notice'
import { History } from './history'
import { Marks } from './marks'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const recent = 6
const allMoves: Move[] = ['approve', 'reject']

export function generateMetadata(): Metadata {
  return { title: `${say('desk.title')} · ${site().name}` }
}

/** All the desk knows of one comment. */
export default async function CommentFilePage({ params, searchParams }: Props) {
  const { id: asked } = await params
  const moderator = await requireModerator(`/admin/comments/${asked}`)
  const id = publicId(asked)
  const file = id === null ? null : await findCommentFile(moderator, id, new Date())
  if (!file) notFound()
  const [query, rules, reasons, isBlind, others, typed] = await Promise.all([
    searchParams,
    listLiveRules(),
    reasonSentences(),
    isAppealed(moderator, file.id),
    listDecidedOf(moderator, file.author.id, recent),
    typedDecision(),
  ])
  const words = itemWords()
  const moves = allMoves.filter((move) =>
    moved(
      {
        state: file.state,
        currentRevisionId: file.revisionId,
        publicRevisionId: file.publicRevisionId,
        isReported: file.isReported,
      },
      move,
    ),
  )
  return (
    <DeskPage
      title={say('desk.file', { id: String(file.id) })}
      about={<Meta>{say(`desk.state.${file.state}`)}</Meta>}
      moderator={moderator}
    >
      <FileNotice query={query} file={file} isBlind={isBlind} />
      <Meta className="mt-3">
        <strong dir="auto">
          <a href={`/admin/readers/${file.author.id}`}>{file.author.name}</a>
        </strong>
        <a href={articlePath(file.article)}>{say('desk.onArticle', { headline: file.article.headline })}</a>
        {file.parent && (
          <a href={`/comments/${file.parent.id}`}>{say('desk.replyTo', { name: file.parent.author })}</a>
        )}
        {file.publicRevisionId !== null && <a href={`/comments/${file.id}`}>{say('desk.inThread')}</a>}
        {recordOf(file.author)}
      </Meta>
      <DeskKeys words={keyWords(rules)} place={{ timeZone: site().timeZone, language: site().language }}>
        <article
          data-item={file.id}
          data-author={file.author.name}
          tabIndex={-1}
          aria-label={say('desk.item', { name: file.author.name })}
          className="my-4 scroll-my-14"
        >
          {file.parent && <Answered text={file.parent.text} />}
          <div className="mb-4 border-rule border-y py-2">
            <RenderedText text={file.text} />
          </div>
          {file.desk && !isBlind && (
            <div className="mb-4">
              <WhyView why={whyOf(file, rules)} words={words} />
            </div>
          )}
          <DecisionForm
            item={{ id: file.id, revisionId: file.revisionId, seen: file.seen }}
            moves={moves}
            words={words.decision}
            rules={rules.map(({ code, reason }) => ({ code, reason }))}
            typed={typed?.commentId === file.id ? typed : null}
          />
        </article>
      </DeskKeys>
      <Marks file={file} problem={query.unmarked} />
      {(file.state === 'published' || file.state === 'held') && (
        <p className="mt-4">
          <a href={`/admin/comments/${file.id}/redact`}>{say('redact.open')}</a>
        </p>
      )}
      <History file={file} reasons={reasons} isBlind={isBlind} />
      <section className="mt-9">
        <h2 className="mb-2 text-brief">{say('desk.lastDecided')}</h2>
        {others.length === 0 && <p className="text-quiet">{say('desk.noneDecided')}</p>}
        <ul className="divide-y divide-rule">
          {others.map((other) => (
            <li key={other.id} className="grid gap-1 py-2">
              <Meta>
                {say(`desk.state.${other.state}`)}
                <When at={other.createdAt} />
                <a href={`/admin/comments/${other.id}`}>{say('desk.open')}</a>
              </Meta>
              <p dir="auto" className="line-clamp-2 font-serif [overflow-wrap:anywhere]">
                {other.currentRevision.source}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </DeskPage>
  )
}
