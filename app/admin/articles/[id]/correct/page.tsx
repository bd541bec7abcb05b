import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/notice'
import type { Block } from '@/lib/articles/body'
import { fromMarkdown } from '@/lib/articles/body-markdown'
import { articlePath } from '@/lib/articles/slug'
import { findCorrection } from '@/lib/newsroom/queries-correction'
import { listOpenErrors } from '@/lib/newsroom/queries-errors'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { EarlyScript } from '../../../../early-script'
import { DeskPage } from '../../../desk-page'
import { requireEditor } from '../../../guard'
import { noteTypedEarly } from '../typed-early'
import { CheckStep } from './check-step'
import { ForgetCorrection } from './correction-keeper'
import { correctionProblems, correctionSteps } from './correction-words'
import { KindStep } from './kind-step'
import { TextStep } from './text-step'
import { type TypedText, typedCorrection } from './typed-correction'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const mostErrors = 50

export function generateMetadata(): Metadata {
  return { title: `${say('correct.title')} · ${site().name}` }
}

/** Puts a published article right in three steps: what it is, the text as it will be, what that changes. */
export default async function CorrectPage({ params, searchParams }: Props) {
  const { id: asked } = await params
  const editor = await requireEditor(`/admin/articles/${asked}/correct`)
  const id = publicId(asked)
  const found = id === null ? null : await findCorrection(editor, id)
  if (id === null || !found) notFound()
  const { step: stepAsked, problem: problemAsked, kept, done } = await searchParams
  const { article, draft } = found
  const step = (draft && correctionSteps.find((each) => each === stepAsked)) || 'kind'
  const problem = correctionProblems.find((each) => each === problemAsked)
  const typed = await typedCorrection(id)
  const errors = step === 'kind' ? await listOpenErrors(editor, { take: mostErrors, articleId: id }) : []
  return (
    <DeskPage title={say('correct.title')} moderator={editor} current="articles">
      <p dir="auto" className="mt-1 font-serif text-brief">
        <a href={articlePath(article)}>{article.headline}</a>
      </p>
      <ol className="mt-3 flex flex-wrap gap-x-5 text-quiet text-small">
        {correctionSteps.map((each, index) => (
          <li
            key={each}
            aria-current={each === step ? 'step' : undefined}
            className="aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {say(`correct.step.${each}`, { number: index + 1 })}
          </li>
        ))}
      </ol>
      {done && (
        <Notice kind="done">
          <p>
            {say('correct.done')} <a href={`/news/${id}/versions`}>{say('correct.seeVersions')}</a>
          </p>
        </Notice>
      )}
      {problem && (
        <Notice kind="problem" title={say('correct.problem')}>
          <p>{say(`correct.problem.${problem}`)}</p>
        </Notice>
      )}
      {kept === 'no' && (
        <Notice kind="wait">
          <p>{say('correct.notKept')}</p>
        </Notice>
      )}
      {draft?.isBehind && step !== 'kind' && (
        <Notice kind="wait">
          <p>{say('correct.behind')}</p>
        </Notice>
      )}
      {step === 'kind' && (
        <KindStep articleId={id} draft={draft} typed={typed.kind ?? null} errors={errors} />
      )}
      {step === 'text' && <EarlyScript code={noteTypedEarly} />}
      {step === 'text' && draft && (
        <TextStep
          articleId={id}
          viewerId={editor.id}
          base={found.number}
          draft={typed.text ? givenBack(typed.text, draft.body) : draft}
        />
      )}
      {(step === 'check' || !draft) && <ForgetCorrection articleId={id} viewerId={editor.id} />}
      {step === 'check' && draft && <CheckStep articleId={id} draft={draft} />}
    </DeskPage>
  )
}

/** What was typed of the text and not taken, with the paragraphs it has in common with what is there. */
function givenBack({ headline, standfirst, body: text }: TypedText, before: Block[]) {
  return { headline, standfirst, text, body: fromMarkdown(text, before) }
}
