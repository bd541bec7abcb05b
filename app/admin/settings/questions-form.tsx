import { Button } from '@/components/button'
import { Field } from '@/components/field'
import type { ArticleModes } from '@/lib/moderation/queries-modes'
import { longestTitle } from '@/lib/title'
import { say } from '@/messages/say'

type Props = {
  article: ArticleModes
  /** What was typed and not taken. */
  typed: Record<string, string | string[] | undefined>
}

/** Whether readers ask or comment under an article, and who answers them. */
export function QuestionsForm({ article, typed }: Props) {
  const { id, isQuestions, guests } = article
  const action = `/api/admin/settings/articles/${id}/questions`
  const typedIn = (name: 'handle' | 'title') =>
    typed.problem && typeof typed[name] === 'string' ? typed[name] : ''
  return (
    <section aria-labelledby="questions" className="mt-8 max-w-measure">
      <h3 id="questions" className="mb-1 font-semibold">
        {say('settings.questions')}
      </h3>
      <p className="mb-2 text-quiet text-small">{say('settings.questions.text')}</p>
      <form method="post" action={action}>
        <fieldset className="mb-3 flex flex-wrap gap-x-6">
          <legend className="sr-only">{say('settings.questions')}</legend>
          {(['comments', 'questions'] as const).map((mode) => (
            <label key={mode} className="flex items-baseline gap-2 py-1.5">
              <input
                type="radio"
                name="mode"
                value={mode}
                defaultChecked={isQuestions === (mode === 'questions')}
              />
              {say(`settings.questions.${mode}`)}
            </label>
          ))}
        </fieldset>
        <Button type="submit" look="quiet">
          {say('settings.questions.save')}
        </Button>
      </form>
      <h4 className="mt-5 mb-1 font-semibold">{say('settings.guests')}</h4>
      {guests.length === 0 && <p className="text-quiet">{say('settings.noGuests')}</p>}
      <ul className="divide-y divide-rule">
        {guests.map(({ handle, name, title }) => (
          <li key={handle} className="flex flex-wrap items-baseline gap-x-4 py-2">
            <span className="[overflow-wrap:anywhere]">
              <bdi className="font-semibold">{name}</bdi>, <bdi>{title}</bdi>
            </span>
            <form method="post" action={action} className="ms-auto">
              <input type="hidden" name="noGuest" value={handle} />
              <button type="submit" className="py-1 font-semibold underline underline-offset-[.18em]">
                {say('settings.guest.remove')}
                <span className="sr-only"> {name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={action}>
        <div className="grid gap-x-6 desk:grid-cols-2">
          <Field
            label={say('settings.guest.handle')}
            name="handle"
            required
            autoComplete="off"
            autoCapitalize="none"
            defaultValue={typedIn('handle')}
          />
          <Field
            label={say('settings.guest.title')}
            hint={say('settings.guest.hint', { longest: longestTitle })}
            name="title"
            required
            dir="auto"
            autoComplete="off"
            defaultValue={typedIn('title')}
          />
        </div>
        <Button type="submit" look="quiet">
          {say('settings.guest.add')}
        </Button>
      </form>
    </section>
  )
}
