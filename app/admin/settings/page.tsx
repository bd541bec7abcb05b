import type { Metadata } from 'next'
import { Notice } from '@/components/notice'
import { findArticleModes, findSiteModes, listSectionModes } from '@/lib/moderation/queries-modes'
import { rehearseModesOf } from '@/lib/moderation/queries-rehearse-modes'
import { publicId } from '@/lib/public-id'
import { isEditor } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { longestTitle } from '@/lib/title'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireModerator } from '../guard'
import { ArticlePart } from './article-form'
import { readProposed } from './proposed'
import { QuestionsForm } from './questions-form'
import { Rehearsed } from './rehearsed'
import { SectionForms } from './section-forms'
import { SiteForm } from './site-form'

type Query = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Query> }

const refusals = [
  'out-of-range',
  'bad-fields',
  'not-your-section',
  'not-your-role',
  'no-article',
  'no-section',
  'no-reader',
  'bad-title',
  'too-many-guests',
] as const

export function generateMetadata(): Metadata {
  return { title: `${say('settings.title')} · ${site().name}` }
}

/** What conversations go by: one article's, the sections', the site's. */
export default async function SettingsPage({ searchParams }: Props) {
  const moderator = await requireModerator('/admin/settings')
  const query = await searchParams
  const asked = typeof query.article === 'string' ? query.article : ''
  const id = publicId(asked)
  const [siteModes, sections, article] = await Promise.all([
    findSiteModes(moderator),
    listSectionModes(moderator),
    id === null ? null : findArticleModes(moderator, id, new Date()),
  ])
  const mayChange = isEditor(moderator)
  const proposed = mayChange ? readProposed(query, { site: siteModes, sections }) : null
  const rehearsed = proposed && (
    <Rehearsed rehearsed={await rehearseModesOf(moderator, proposed.modes, new Date())} />
  )
  return (
    <DeskPage title={say('settings.title')} moderator={moderator} current="settings">
      <p className="mt-1 max-w-measure text-quiet">{say('settings.text')}</p>
      <SettingsNotice query={query} />
      <ArticlePart asked={asked} article={article} />
      {article && mayChange && <QuestionsForm article={article} typed={query} />}
      <SiteForm
        site={proposed?.of === 'site' ? { ...siteModes, ...proposed.site } : siteModes}
        mayChange={mayChange}
      >
        {proposed?.of === 'site' && rehearsed}
      </SiteForm>
      <SectionForms
        sections={sections}
        mayChange={mayChange}
        rehearsed={proposed?.of === 'section' ? { section: proposed.section, told: rehearsed } : null}
      />
    </DeskPage>
  )
}

/** What became of what was just sent. */
function SettingsNotice({ query }: { query: Query }) {
  const was = (['site', 'section', 'article', 'questions'] as const).find((each) => each === query.done)
  if (was) return <Notice kind="done">{say(`settings.done.${was}`)}</Notice>
  const refusal = refusals.find((each) => each === query.problem)
  return refusal ? (
    <Notice kind="problem" title={say(`settings.refused.${refusal}`, { longest: longestTitle })} />
  ) : null
}
