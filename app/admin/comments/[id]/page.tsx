import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Difference } from '@/components/difference'
import { Meta } from '@/components/meta'
import { RenderedText } from '@/components/rendered-text'
import { When } from '@/components/when'
import { articlePath } from '@/lib/articles/slug'
import { type Move, moved } from '@/lib/moderation/moves'
import { listDecidedOf } from '@/lib/moderation/queries'
import { isAppealed } from '@/lib/moderation/queries-appeals'
import { type CommentFile, findCommentFile } from '@/lib/moderation/queries-file'
import { listLiveRules, reasonSentences } from '@/lib/moderation/queries-rules'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../../desk-page'
import { requireModerator } from '../../guard'
import { DeskKeys } from '../../keys/desk-keys'
import { keyWords } from '../../keys/key-words'
import { DecisionForm } from '../../queue/decision-form'
import { Marks } from './marks'
import { Reports } from './reports'

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
  const [rules, reasons, isBlind, others] = await Promise.all([
    listLiveRules(),
    reasonSentences(),
    isAppealed(moderator, file.id),
    listDecidedOf(moderator, file.author.id, recent),
  ])
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
      <Meta className="mt-3">
        <strong dir="auto">
          <a href={`/admin/readers/${file.author.id}`}>{file.author.name}</a>
        </strong>
        <a href={articlePath(file.article)}>{say('desk.onArticle', { headline: file.article.headline })}</a>
        {say('desk.record', {
          posted: file.author.postedCount,
          approved: file.author.approvedCount,
          rejected: file.author.rejectedCount,
        })}
      </Meta>
      <DeskKeys words={keyWords(rules)} place={{ timeZone: site().timeZone, language: site().language }}>
        <article
          data-item={file.id}
          data-author={file.author.name}
          tabIndex={-1}
          aria-label={say('desk.item', { name: file.author.name })}
          className="my-4 scroll-my-14"
        >
          <div className="mb-4 border-rule border-y py-2">
            <RenderedText text={file.text} />
          </div>
          <DecisionForm item={file} moves={moves} rules={rules} />
        </article>
      </DeskKeys>
      <Marks file={file} problem={(await searchParams).unmarked} />
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

type HistoryProps = {
  file: CommentFile
  reasons: Map<string, string>
  /** Its author has appealed: whoever judges is not to know who decided, and why. */
  isBlind: boolean
}

function History({ file, reasons, isBlind }: HistoryProps) {
  return (
    <>
      <Reports reports={file.reports} reasons={reasons} />
      <section className="mt-9">
        <h2 className="mb-2 text-brief">{say('desk.decisions')}</h2>
        {isBlind && (
          <p>
            {say('appeals.blind')} <a href="/admin/appeals">{say('appeals.open')}</a>
          </p>
        )}
        <ol className="divide-y divide-rule text-small">
          {(isBlind ? [] : file.decisions).map((decision) => (
            <li key={decision.number} className="flex flex-wrap gap-x-4 py-2">
              <span className="font-semibold">{say(`desk.state.${decision.toState}`)}</span>
              <span>
                {decision.by
                  ? say('desk.byPerson', { name: decision.by })
                  : say('desk.byRule', { rule: decision.rule })}
              </span>
              {decision.reason && <span>{reasons.get(decision.reason) ?? decision.reason}</span>}
              {decision.note && <span dir="auto">{decision.note}</span>}
              <span className="ms-auto text-quiet">
                <When at={decision.createdAt} />
              </span>
            </li>
          ))}
        </ol>
      </section>
      {file.revisions.length > 1 && (
        <section className="mt-9">
          <h2 className="mb-2 text-brief">{say('desk.revisions')}</h2>
          {file.revisions.map((revision, index) => (
            <div key={revision.number} className="border-rule border-t py-2">
              <p className="text-quiet text-small">
                {say('desk.revision', { number: revision.number, date: '' })}
                <When at={revision.createdAt} />
                {revision.isPublic && <strong className="ms-3 text-ok">{say('desk.revisionPublic')}</strong>}
              </p>
              <Words words={revision.words} before={file.revisions[index - 1]?.words ?? null} />
            </div>
          ))}
        </section>
      )}
    </>
  )
}

type WordsOf = CommentFile['revisions'][number]['words']

/** What a wording said, for whom it is to be read. */
function Words({ words, before }: { words: WordsOf; before: WordsOf }) {
  if (!words) return <p className="py-2 text-quiet">{say('redact.hidden')}</p>
  return (
    <>
      <RenderedText text={words.text} />
      <Changes before={before?.source} after={words.source} />
    </>
  )
}

function Changes({ before, after }: { before: string | undefined; after: string }) {
  if (before === undefined) return null
  return (
    <details className="text-small">
      <summary className="py-1 text-quiet">{say('desk.difference')}</summary>
      <Difference before={before} after={after} />
    </details>
  )
}
