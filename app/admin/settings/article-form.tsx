import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { articlePath } from '@/lib/articles/slug'
import { mostSlowSeconds } from '@/lib/moderation/commands-modes'
import type { ArticleModes } from '@/lib/moderation/queries-modes'
import { site } from '@/lib/site'
import { dayAndTime } from '@/lib/site-time'
import { say } from '@/messages/say'
import { DaysField, ModeFields, modes, NumberField } from './mode-fields'

type Props = { asked: string; article: ArticleModes | null }

/** One conversation, found by its article's News ID: what it goes by and why, and what it is to go by. */
export function ArticlePart({ asked, article }: Props) {
  return (
    <section aria-labelledby="article" className="mt-6 max-w-measure">
      <h2 id="article" className="mb-2 text-brief">
        {say('settings.article')}
      </h2>
      <form action="/admin/settings" className="flex flex-wrap items-end gap-3">
        <label className="grid gap-0.5 text-quiet text-small">
          {say('settings.newsId')}
          <input
            name="article"
            required
            inputMode="numeric"
            autoComplete="off"
            pattern="[0-9]{1,10}"
            defaultValue={asked}
            className="min-h-11 w-36 rounded-[3px] border border-edge bg-paper px-3 text-ink"
          />
        </label>
        <button type="submit" className="min-h-11 rounded-[3px] border border-edge px-4 font-semibold">
          {say('settings.find')}
        </button>
      </form>
      {asked !== '' && !article && <Notice kind="problem" title={say('settings.noArticle')} />}
      {article && <ArticleForm article={article} />}
    </section>
  )
}

function ArticleForm({ article }: { article: ArticleModes }) {
  return (
    <>
      <p className="mt-5 font-serif text-second [overflow-wrap:anywhere]">
        <a href={articlePath(article)}>{article.headline}</a>
      </p>
      <Standing article={article} />
      <form method="post" action={`/api/admin/settings/articles/${article.id}`} className="mt-4">
        <fieldset className="mb-4 flex flex-wrap gap-x-6">
          <legend className="mb-1 font-semibold">{say('settings.conversation')}</legend>
          {(['open', 'closed'] as const).map((each) => (
            <label key={each} className="flex items-baseline gap-2 py-1.5">
              <input
                type="radio"
                name="conversation"
                value={each}
                defaultChecked={each === article.conversation}
              />
              {say(`settings.${each}`)}
            </label>
          ))}
        </fieldset>
        <ModeFields
          choices={modes.filter((mode) => mode !== 'closed')}
          mode={article.mode}
          asAbove={say('settings.asSection')}
        />
        <div className="grid gap-x-6 desk:grid-cols-2">
          <DaysField days={article.closesAfterDays} hint={say('settings.days.article')} />
          <NumberField
            name="slow"
            label={say('settings.slow')}
            hint={say('settings.slow.hint', { most: mostSlowSeconds })}
            number={article.slowSeconds}
            pattern="[0-9]{0,4}"
          />
        </div>
        <Button type="submit">{say('settings.saveOf', { name: String(article.id) })}</Button>
      </form>
    </>
  )
}

/** What holds there now, and who said so. */
function Standing({ article }: { article: ArticleModes }) {
  const { rule, closesAt, isKeptOpen, isSlowByRule, closedByAgeAt, section } = article
  const by = closedByAgeAt ? 'age' : rule.by
  const sentences = [
    ...(closesAt && rule.mode !== 'closed'
      ? [say('settings.closes', { date: dayAndTime(closesAt, site()) })]
      : []),
    ...(isKeptOpen ? [say('settings.keptOpen')] : []),
    ...(isSlowByRule ? [say('settings.slow.byRule')] : []),
  ]
  return (
    <p className="text-quiet">
      {section}. {say('settings.now')}{' '}
      <b className="font-semibold text-ink">{say(`settings.mode.${rule.mode}`)}</b>,{' '}
      {say(`settings.now.${by}`)}. {sentences.join(' ')}
    </p>
  )
}
