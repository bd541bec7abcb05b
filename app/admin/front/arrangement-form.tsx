import { Button } from '@/components/button'
import { type Arrangement, mostInColumn, usualInColumn } from '@/lib/articles/arrangement'
import type { Story } from '@/lib/articles/queries-stories'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { FindStories, type FoundToPin } from './find-stories'
import { PinField } from './pin-field'
import { slotName } from './slot-name'
import { pinIn, slots, wallTime } from './typed-arrangement'

type Props = {
  arrangement: Arrangement
  sections: { slug: string; name: string }[]
  /** The stories that are pinned. */
  stories: Story[]
  /** The arrangement that this form began from. */
  seen: number
  /** What was looked for by words, and found. */
  found: FoundToPin
}

const box = 'min-h-9 rounded-[3px] border border-edge bg-paper px-2 py-1 text-[1rem] text-ink'

/** Every place of the front page with what is pinned to it, and the columns. */
export function ArrangementForm({ arrangement, sections, stories, seen, found }: Props) {
  const byId = new Map(stories.map((story) => [story.id, story]))
  return (
    <form method="post" action="/api/admin/front" className="mt-5">
      <input type="hidden" name="seen" value={seen} />
      <div className="divide-y divide-rule border-rule border-y">
        {slots.map((slot) => {
          const pin = pinIn(arrangement, slot)
          return (
            <fieldset
              key={slot}
              className="grid items-center gap-x-4 gap-y-1 py-2 pad:grid-cols-[6rem_10rem_13rem_minmax(0,1fr)]"
            >
              <legend className="sr-only">{slotName(slot)}</legend>
              <span aria-hidden="true" className="font-semibold">
                {slotName(slot)}
              </span>
              <PinField
                slot={slot}
                label={say('arrange.pin')}
                unknown={say('arrange.unknown')}
                className={box}
                {...(pin ? { pinned: { id: pin.id, headline: byId.get(pin.id)?.headline ?? '' } } : {})}
              >
                <input
                  type="datetime-local"
                  name={`until-${slot}`}
                  aria-label={say('arrange.until')}
                  defaultValue={pin?.until ? wallTime(new Date(pin.until), site().timeZone) : undefined}
                  className={box}
                />
              </PinField>
            </fieldset>
          )
        })}
      </div>
      <p className="mt-2 text-quiet text-small">{say('arrange.untilHint', { zone: site().timeZone })}</p>
      <FindStories {...found} />
      <Columns arrangement={arrangement} sections={sections} />
      <p className="mt-5 flex flex-wrap gap-3">
        <Button type="submit">{say('arrange.save')}</Button>
        <Button
          type="submit"
          look="quiet"
          name="preview"
          value="1"
          formMethod="get"
          formAction="/admin/front"
        >
          {say('arrange.preview')}
        </Button>
      </p>
    </form>
  )
}

function Columns({ arrangement: { columns }, sections }: Pick<Props, 'arrangement' | 'sections'>) {
  const place = (slug: string) => columns.findIndex(({ section }) => section === slug)
  const inOrder = sections.toSorted((a, b) => (place(a.slug) >>> 0) - (place(b.slug) >>> 0))
  return (
    <table className="mt-5 text-start">
      <caption className="py-1 text-start font-semibold">{say('arrange.columns')}</caption>
      <thead className="text-quiet text-small">
        <tr>
          <td />
          <th scope="col" className="pe-4 text-start font-normal">
            {say('arrange.place')}
          </th>
          <th scope="col" className="text-start font-normal">
            {say('arrange.size')}
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder.map(({ slug, name }, index) => (
          <tr key={slug}>
            <th scope="row" dir="auto" className="py-1 pe-6 text-start font-normal">
              {name}
            </th>
            <td className="pe-4">
              <input
                type="number"
                name={`place-${slug}`}
                min={1}
                max={99}
                required
                aria-label={say('arrange.columnPlace', { section: name })}
                defaultValue={index + 1}
                className={`${box} w-20`}
              />
            </td>
            <td>
              <input
                type="number"
                name={`stories-${slug}`}
                min={0}
                max={mostInColumn}
                required
                aria-label={say('arrange.columnSize', { section: name, most: mostInColumn })}
                defaultValue={columns.find(({ section }) => section === slug)?.stories ?? usualInColumn}
                className={`${box} w-20`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
