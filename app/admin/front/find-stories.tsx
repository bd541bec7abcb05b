import { When } from '@/components/when'
import type { Story } from '@/lib/articles/queries-stories'
import { longestSearch } from '@/lib/search/search'
import { say } from '@/messages/say'
import { slotName } from './slot-name'
import { slots } from './typed-arrangement'

/** Null where nothing was looked for. */
export type FoundToPin = { words: string; stories: Story[] | null }

const box = 'min-h-9 rounded-[3px] border border-edge bg-paper px-2 py-1 text-[1rem] text-ink'

/** Finds stories by words, within the form so that nothing of it is lost, and gives each a place. Works without scripts. */
export function FindStories({ words, stories }: FoundToPin) {
  return (
    <fieldset className="mt-5">
      <legend className="py-1 font-semibold">{say('arrange.find')}</legend>
      <div className="flex flex-wrap items-center gap-3">
        <input
          type="search"
          name="words"
          dir="auto"
          maxLength={longestSearch}
          defaultValue={words}
          aria-label={say('arrange.words')}
          className={`${box} w-72 max-w-full`}
        />
        <button
          type="submit"
          name="find"
          value="1"
          formMethod="get"
          formAction="/admin/front"
          className="py-1 font-semibold hover:text-accent"
        >
          {say('find.submit')}
        </button>
      </div>
      {stories?.length === 0 && <p className="mt-2 text-quiet">{say('arrange.foundNone')}</p>}
      {stories && stories.length > 0 && (
        <ul className="mt-2 divide-y divide-rule border-rule border-y">
          {stories.map(({ id, headline, publishedAt }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
              <span dir="auto" className="font-serif">
                {headline}
              </span>
              <span className="text-quiet text-small">
                {id} · <When at={publishedAt} as="date" />
              </span>
              <select
                name={`as-${id}`}
                aria-label={say('arrange.as', { headline })}
                className={`${box} ms-auto`}
              >
                <option value="">{say('arrange.nowhere')}</option>
                {slots.map((slot) => (
                  <option key={slot} value={slot}>
                    {slotName(slot)}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      )}
      {stories && stories.length > 0 && <p className="mt-2 text-quiet text-small">{say('arrange.asHint')}</p>}
    </fieldset>
  )
}
