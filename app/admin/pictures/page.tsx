import type { Metadata } from 'next'
import { Button } from '@/components/button'
import { Meta } from '@/components/meta'
import { type ListedPicture, listPictures } from '@/lib/newsroom/queries-pictures'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireEditor } from '../guard'
import { AddPicture } from './add-picture'
import { StaffPicture } from './staff-picture'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('pictures.title')} · ${site().name}` }
}

/** The newsroom's pictures, to be found and added to. */
export default async function PicturesPage({ searchParams }: Props) {
  const moderator = await requireEditor('/admin/pictures')
  const query = await searchParams
  const words = typeof query.q === 'string' ? query.q : ''
  const before = typeof query.after === 'string' ? publicId(query.after) : null
  const { pictures, hasMore } = await listPictures(moderator, { words, before }, new Date())
  const last = pictures.at(-1)
  return (
    <DeskPage
      title={say('pictures.title')}
      about={<Meta>{say('pictures.newest')}</Meta>}
      moderator={moderator}
      current="pictures"
    >
      <search>
        <form action="/admin/pictures" className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
          <span className="min-w-0 grow basis-64">
            <label htmlFor="q" className="mb-0.5 block text-quiet text-small">
              {say('pictures.search')}
            </label>
            <input
              id="q"
              name="q"
              type="search"
              maxLength={100}
              defaultValue={words}
              dir="auto"
              className="min-h-11 w-full rounded-[3px] border border-edge bg-paper px-3"
            />
          </span>
          <Button type="submit" look="quiet">
            {say('pictures.find')}
          </Button>
        </form>
      </search>
      {pictures.length === 0 && <p className="py-10 text-quiet">{say('pictures.none')}</p>}
      <ul className="mt-6 grid grid-cols-[repeat(auto-fill,minmax(min(11rem,calc(50%-0.625rem)),1fr))] gap-x-5 gap-y-7">
        {pictures.map((picture) => (
          <Listed key={picture.id} picture={picture} />
        ))}
      </ul>
      <p className="mt-6 flex gap-6 font-semibold">
        {before !== null && <a href={pageOf(words, null)}>{say('pictures.fromStart')}</a>}
        {hasMore && last && (
          <a rel="next" href={pageOf(words, last.id)}>
            {say('pictures.next')}
          </a>
        )}
      </p>
      <AddPicture problem={typeof query.problem === 'string' ? query.problem : null} />
    </DeskPage>
  )
}

function Listed({ picture }: { picture: ListedPicture }) {
  return (
    <li>
      <a href={`/admin/pictures/${picture.id}`} className="block text-small no-underline">
        <StaffPicture picture={picture} size="small" />
        <span dir="auto" className="mt-1.5 line-clamp-2 block">
          {picture.alt || <em className="text-accent">{say('pictures.noAlt')}</em>}
        </span>
        <span className="flex gap-x-2 text-quiet text-tiny">
          <span>{say('pictures.number', { number: String(picture.id) })}</span>
          <span dir="auto" className="line-clamp-1 min-w-0">
            {picture.credit}
          </span>
        </span>
      </a>
    </li>
  )
}

function pageOf(words: string, after: number | null): string {
  const query = new URLSearchParams({
    ...(words ? { q: words } : {}),
    ...(after ? { after: String(after) } : {}),
  })
  return `/admin/pictures${query.size > 0 ? `?${query}` : ''}`
}
