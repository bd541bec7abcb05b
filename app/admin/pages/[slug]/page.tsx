import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { StandingText } from '@/components/standing-text'
import { fromMarkdown, toMarkdown } from '@/lib/articles/body-markdown'
import { findBodyPictures } from '@/lib/articles/queries-pictures'
import { findStandingText } from '@/lib/articles/queries-standing'
import { isStandingPage } from '@/lib/articles/standing-page'
import { longestPage, longestPageTitle } from '@/lib/newsroom/commands-pages'
import { findPageVersion, listPageVersions } from '@/lib/newsroom/queries-house'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { standingDefault } from '../../../standing-default'
import { DeskPage } from '../../desk-page'
import { requireEditor } from '../../guard'
import { LabelledLine } from '../../labelled-line'
import { LabelledLines } from '../../labelled-lines'
import { EarlierText, EarlierTexts } from './earlier-texts'
import { typedPage } from './typed-page'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const problems = ['blank', 'too-long', 'unreadable', 'changed-meanwhile', 'bad-fields', 'not-kept'] as const

export function generateMetadata(): Metadata {
  return { title: `${say('pages.title')} · ${site().name}` }
}

/** What a standing page says: written as Markdown, looked at before it is there, and nothing of it ever lost. */
export default async function EditPage({ params, searchParams }: Props) {
  const { slug } = await params
  const editor = await requireEditor(`/admin/pages/${slug}`)
  if (!isStandingPage(slug)) notFound()
  const { done, problem: problemAsked, preview, version, box } = await searchParams
  const problem = problems.find((each) => each === problemAsked)
  const number = typeof version === 'string' ? publicId(version) : null
  const [written, versions, earlier] = await Promise.all([
    findStandingText(slug),
    listPageVersions(editor, slug),
    number === null ? null : findPageVersion(editor, slug, number),
  ])
  const typed = problem || preview ? await typedPage(slug) : null
  // What was brought back is saved like anything typed: over what stands now, or not if that changed meanwhile.
  const stands = box && earlier ? earlier : written
  const text =
    typed ?? (stands ? { title: stands.title, text: toMarkdown(stands.body) } : standingDefault(slug))
  const shown = preview && typed ? fromMarkdown(typed.text, written?.body ?? []) : null
  return (
    <DeskPage title={written?.title ?? standingDefault(slug).title} moderator={editor} current="pages">
      <p className="mt-1 flex flex-wrap gap-x-5">
        <a href={`/${slug}`}>{say('pages.see')}</a>
        <a href="/admin/pages">{say('pages.all')}</a>
      </p>
      {done && (
        <Notice kind="done">
          <p>{say('pages.done')}</p>
        </Notice>
      )}
      {problem && (
        <Notice kind="problem" title={say('pages.problem')}>
          <p>{say(`pages.problem.${problem}`)}</p>
        </Notice>
      )}
      {earlier && !box && <EarlierText slug={slug} text={earlier} />}
      {earlier && box && (
        <Notice kind="done">
          <p>{say('pages.version.inBox', { number: earlier.number })}</p>
        </Notice>
      )}
      {shown && typed && (
        <section aria-label={say('pages.preview')} className="mt-5 max-w-measure border-hold border-s-2 ps-5">
          <p className="text-quiet text-small">{say('pages.preview.text')}</p>
          <h2 dir="auto" className="mt-2 mb-4 text-title">
            {typed.title}
          </h2>
          <StandingText blocks={shown} pictures={await findBodyPictures(shown)} />
        </section>
      )}
      <form method="post" action={`/api/admin/pages/${slug}`} className="max-w-measure">
        <input type="hidden" name="seen" value={written?.number ?? 0} />
        <LabelledLine
          id="title"
          name="title"
          label={say('pages.heading')}
          required
          maxLength={longestPageTitle}
          defaultValue={text.title}
        />
        <LabelledLines
          id="text"
          name="text"
          label={say('pages.text')}
          hint={slug === 'rules' ? say('pages.rules.hint') : say('pages.text.hint')}
          required
          rows={18}
          maxLength={longestPage}
          defaultValue={text.text}
          look="font-serif leading-relaxed"
        />
        <p className="mt-5 flex flex-wrap gap-3">
          <Button type="submit">{say('house.save')}</Button>
          <Button type="submit" look="quiet" name="preview" value="1">
            {say('pages.preview')}
          </Button>
        </p>
      </form>
      {versions.length > 0 && <EarlierTexts slug={slug} versions={versions} />}
    </DeskPage>
  )
}
