import type { Metadata } from 'next'
import { Notice } from '@/components/notice'
import { noList } from '@/lib/comments/queries-house-lists'
import type { ListText } from '@/lib/moderation/checks/check'
import { readCheckSettings, readHouseCheck } from '@/lib/moderation/queries-checks'
import { findList, listAdopted } from '@/lib/moderation/queries-lists'
import { starterWords } from '@/lib/moderation/starter-words'
import { publicId } from '@/lib/public-id'
import { isEditor } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireModerator } from '../guard'
import { CheckList } from './check-list'
import { History } from './history'
import { ListForm } from './list-form'
import { Proposal } from './proposal'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('rules.desk')} · ${site().name}` }
}

/** What holds a comment, in its order, and the newsroom's lists, with what others would have done. */
export default async function RulesPage({ searchParams }: Props) {
  const moderator = await requireModerator('/admin/rules')
  const query = await searchParams
  const asked = typeof query.proposal === 'string' ? publicId(query.proposal) : null
  const [adopted, settings, proposal] = await Promise.all([
    listAdopted(moderator),
    readCheckSettings(moderator),
    asked === null ? null : findList(moderator, asked),
  ])
  const inForce = adopted[0] ?? null
  const mayChange = isEditor(moderator)
  const list = proposal ?? inForce ?? noList
  return (
    <DeskPage title={say('rules.desk')} moderator={moderator} current="rules">
      {query.done === 'adopted' && inForce && (
        <Notice kind="done">
          <p>{say('rules.adopted', { words: inForce.words.length, hosts: inForce.deniedHosts.length })}</p>
        </Notice>
      )}
      {query.done === 'check-set' && (
        <Notice kind="done">
          <p>{say('rules.checkSet')}</p>
        </Notice>
      )}
      {query.problem === 'changed-meanwhile' && (
        <Notice kind="problem" title={say('rules.changedMeanwhile')} />
      )}
      {asked !== null && !proposal && <Notice kind="problem" title={say('rules.noProposal')} />}
      <p className="mt-2">
        <a href="/admin/rules/reasons" className="font-semibold">
          {say('library.link')}
        </a>
      </p>
      <CheckList settings={settings} house={readHouseCheck()} mayChange={mayChange} />
      {proposal && <Proposal proposal={proposal} inForce={inForce} moderator={moderator} />}
      <ListForm
        list={query.begin === 'words' && mayChange ? begun(list) : list}
        mayChange={mayChange}
        isBegun={query.begin === 'words'}
      />
      <History adopted={adopted} />
    </DeskPage>
  )
}

/** What is on the lists with a small set of words, in the boxes and nowhere else. */
function begun(list: ListText): ListText {
  return { ...list, words: [...new Set([...list.words, ...starterWords()])] }
}
