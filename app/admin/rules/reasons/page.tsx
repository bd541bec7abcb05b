import type { Metadata } from 'next'
import { Notice } from '@/components/notice'
import { Sentence } from '@/components/sentence'
import { longestRuleText, longestTitle } from '@/lib/moderation/house-rule'
import { listRuleFiles } from '@/lib/moderation/queries-rules'
import { isEditor } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../../desk-page'
import { requireModerator } from '../../guard'
import { RuleForm } from './rule-form'
import { RuleItem } from './rule-item'
import { typedRule } from './typed-rule'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const doneWords = ['added', 'reworded', 'moved', 'retired', 'restored'] as const
const problems = [
  'blank',
  'too-long',
  'unreadable',
  'bad-fields',
  'no-rule',
  'changed-meanwhile',
  'last-resort',
  'too-many',
] as const

export function generateMetadata(): Metadata {
  return { title: `${say('library.title')} · ${site().name}` }
}

/** The library of reasons: added to, reworded, put in order and retired by editors; nothing in it is ever lost. */
export default async function ReasonsPage({ searchParams }: Props) {
  const moderator = await requireModerator('/admin/rules/reasons')
  const { done: asked, problem: problemAsked } = await searchParams
  const rules = await listRuleFiles(moderator)
  const mayChange = isEditor(moderator)
  const done = doneWords.find((each) => each === asked)
  const problem = problems.find((each) => each === problemAsked)
  const typed = mayChange && problem ? await typedRule() : null
  const [live, retired] = [
    rules.filter(({ retiredAt }) => retiredAt === null),
    rules.filter(({ retiredAt }) => retiredAt !== null),
  ]
  const typedOf = (code: string) => (typed?.code === code ? typed : null)
  return (
    <DeskPage title={say('library.title')} moderator={moderator} current="rules">
      <p className="mt-1 max-w-measure text-quiet">
        <Sentence
          text={say('library.intro', { place: '{place}' })}
          parts={{ place: <a href="/rules">{say('library.place')}</a> }}
        />
      </p>
      {!mayChange && <p className="mt-2 text-quiet">{say('library.editorsOnly')}</p>}
      {done && (
        <Notice kind="done">
          <p>{say(`library.done.${done}`)}</p>
        </Notice>
      )}
      {problem && (
        <Notice kind="problem" title={say('library.problem')}>
          <p>{say(`library.problem.${problem}`, { line: longestTitle, most: longestRuleText })}</p>
        </Notice>
      )}
      <section aria-labelledby="live" className="mt-5 max-w-measure">
        <h2 id="live" className="text-second">
          {say('library.live')}
        </h2>
        <ol className="divide-y divide-rule">
          {live.map((rule, index) => (
            <RuleItem
              key={rule.code}
              rule={rule}
              before={live[index - 1]?.code}
              after={live[index + 1]?.code}
              mayChange={mayChange}
              typed={typedOf(rule.code)}
            />
          ))}
        </ol>
      </section>
      {mayChange && (
        <section aria-labelledby="add" className="mt-8">
          <h2 id="add" className="text-second">
            {say('library.add')}
          </h2>
          <RuleForm
            action="/api/admin/rules/reasons"
            at="new"
            wording={typed && !typed.code ? typed : { title: '', reason: '', text: '' }}
            submit={say('library.addNow')}
          />
        </section>
      )}
      {retired.length > 0 && (
        <section aria-labelledby="retired" className="mt-10 max-w-measure">
          <h2 id="retired" className="text-second">
            {say('library.retired')}
          </h2>
          <p className="text-quiet text-small">{say('library.retiredText')}</p>
          <ol className="divide-y divide-rule">
            {retired.map((rule) => (
              <RuleItem key={rule.code} rule={rule} mayChange={mayChange} typed={typedOf(rule.code)} />
            ))}
          </ol>
        </section>
      )}
    </DeskPage>
  )
}
