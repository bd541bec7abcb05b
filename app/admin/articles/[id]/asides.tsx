import { Button } from '@/components/button'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import { readBody } from '@/lib/articles/body'
import { toMarkdown } from '@/lib/articles/body-markdown'
import { choiceName } from '@/lib/newsroom/choose'
import { isSame, readContent } from '@/lib/newsroom/draft-content'
import type { ArticleAtDesk, WaitingAside } from '@/lib/newsroom/queries-desk'
import { type Names, type TypedField, typedFields, typedOf } from '@/lib/newsroom/typed-draft'
import { say } from '@/messages/say'

type Props = { article: ArticleAtDesk; names: Names }

/** Where two people wrote different things in one place: both, and the choice between them. */
export function Asides({ article, names }: Props) {
  if (article.asides.length === 0) return null
  return (
    <section aria-labelledby="decide" className="mt-5 max-w-[46rem] border-hold border-s-3 bg-wash px-4 py-3">
      <h2 id="decide" className="text-brief">
        {say('writing.asides', { count: article.asides.length })}
      </h2>
      <p className="mt-1 text-quiet">{say('writing.asides.text')}</p>
      <ol className="mt-3 divide-y divide-rule">
        {article.asides.map((aside) => (
          <li key={aside.id} className="py-3">
            <Meta>
              <span className="font-semibold text-ink">{placeName(aside.place)}</span>
              <bdi>{aside.by}</bdi>
              <When at={aside.at} />
            </Meta>
            <div className="mt-2 grid gap-4 pad:grid-cols-2">
              <Said
                title={say('writing.asides.standing')}
                text={textAt(article, names, aside, aside.standing)}
              />
              <Said
                title={say('writing.asides.aside', { name: aside.by })}
                text={textAt(article, names, aside, aside.aside)}
              />
            </div>
            <form
              method="post"
              action={`/api/admin/articles/${article.id}/aside`}
              className="mt-3 flex flex-wrap gap-3"
            >
              <input type="hidden" name="aside" value={aside.id} />
              <input type="hidden" name="seen" value={choiceName(aside.standing, aside.aside)} />
              <Button type="submit" name="choice" value="standing" look="quiet">
                {say('writing.asides.keep')}
              </Button>
              <Button type="submit" name="choice" value="aside" look="quiet">
                {say('writing.asides.use')}
              </Button>
              {aside.place.startsWith('block:') && aside.aside !== null && (
                <Button type="submit" name="choice" value="both" look="quiet">
                  {say('writing.asides.both')}
                </Button>
              )}
            </form>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Said({ title, text }: { title: string; text: string | null }) {
  return (
    <div>
      <p className="text-quiet text-small">{title}</p>
      {text === null ? (
        <p className="mt-1 text-quiet italic">{say('writing.asides.nothing')}</p>
      ) : (
        <p dir="auto" className="mt-1 whitespace-pre-wrap font-serif [overflow-wrap:anywhere]">
          {text}
        </p>
      )}
    </div>
  )
}

function placeName(place: string): string {
  if (place === 'order') return say('writing.asides.order')
  if (place.startsWith('block:')) return say('writing.asides.paragraph')
  const field = typedFields.find((each) => each === place)
  return field ? say(`writing.field.${field}`) : say('writing.picture')
}

/** What stands somewhere, as the form would show it. */
function textAt(article: ArticleAtDesk, names: Names, { place }: WaitingAside, said: unknown): string | null {
  if (place === 'order') return null
  if (place.startsWith('block:')) return said === null ? null : toMarkdown(readBody([said]))
  const before = typedOf(article.content, names)
  const after = typedOf(readContent({ ...article.content, [place]: said }), names)
  const changed = typedFields.filter((field): field is TypedField => !isSame(before[field], after[field]))
  const shown = changed.length > 0 ? changed : typedFields.filter((field) => field === place)
  return shown.map((field) => after[field]).join('\n')
}
