import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Meta } from '@/components/meta'
import { Notice } from '@/components/notice'
import { When } from '@/components/when'
import { type DescribedPicture, findPicture } from '@/lib/newsroom/queries-pictures'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../../desk-page'
import { requireEditor } from '../../guard'
import { StaffPicture } from '../staff-picture'
import { FocalPoint } from './focal-point'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export function generateMetadata(): Metadata {
  return { title: `${say('pictures.title')} · ${site().name}` }
}

const told = ['added', 'known', 'described'] as const

/** One picture: what is said of it, and where it is used. */
export default async function PicturePage({ params, searchParams }: Props) {
  const { id } = await params
  const moderator = await requireEditor(`/admin/pictures/${encodeURIComponent(id)}`)
  const number = publicId(id)
  const picture = number === null ? null : await findPicture(moderator, number, new Date())
  if (!picture) notFound()
  const query = await searchParams
  const did = told.find((each) => each === query.done)
  return (
    <DeskPage title={picture.fileName || say('pictures.title')} moderator={moderator} current="pictures">
      <Meta>
        {say('pictures.number', { number: String(picture.id) })}
        {say('pictures.facts', { width: String(picture.width), height: String(picture.height) })}
        <span>
          {say('pictures.added', { date: '' })}
          <When at={picture.createdAt} />
        </span>
        {picture.by && <span dir="auto">{say('pictures.addedBy', { name: picture.by })}</span>}
      </Meta>
      {did && (
        <Notice kind="done">
          <p>{say(`pictures.done.${did}`)}</p>
        </Notice>
      )}
      {query.problem === 'bad-fields' && (
        <Notice kind="problem">
          <p>{say('pictures.problem.bad-fields')}</p>
        </Notice>
      )}
      <div className="mt-5 grid gap-8 desk:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <FocalPoint>
            <StaffPicture picture={picture} size="large" />
          </FocalPoint>
          <p className="mt-2 text-quiet text-small">
            {picture.isPublic ? say('pictures.public') : say('pictures.private')}
          </p>
        </div>
        <form action={`/api/admin/pictures/${picture.id}`} method="post" className="-mt-5">
          <Field
            name="alt"
            dir="auto"
            maxLength={500}
            defaultValue={picture.alt}
            label={say('pictures.alt')}
            hint={say('pictures.altHint')}
          />
          <Field
            name="credit"
            dir="auto"
            maxLength={500}
            defaultValue={picture.credit}
            label={say('pictures.credit')}
          />
          <fieldset className="my-5">
            <legend className="font-semibold">{say('pictures.focal')}</legend>
            <p className="mt-1 text-quiet text-small">{say('pictures.focalHint')}</p>
            <div className="-my-2 grid grid-cols-2 gap-4">
              <Field
                name="focalX"
                {...hundredths}
                defaultValue={percent(picture.focalX)}
                label={say('pictures.focalX')}
              />
              <Field
                name="focalY"
                {...hundredths}
                defaultValue={percent(picture.focalY)}
                label={say('pictures.focalY')}
              />
            </div>
          </fieldset>
          <Button type="submit">{say('pictures.save')}</Button>
        </form>
      </div>
      <Uses picture={picture} />
    </DeskPage>
  )
}

const hundredths = { type: 'number', min: 0, max: 100, step: 1, required: true } as const

function percent(share: number): number {
  return Math.round(share * 100)
}

function Uses({ picture }: { picture: DescribedPicture }) {
  return (
    <section aria-labelledby="uses" className="mt-10 border-rule border-t pt-5">
      <h2 id="uses" className="text-second">
        {say('pictures.uses')}
      </h2>
      {picture.uses.length === 0 && <p className="mt-3 text-quiet">{say('pictures.unused')}</p>}
      <ul className="mt-2">
        {picture.uses.map(({ articleId, headline }) => (
          <li key={articleId} className="py-1">
            <a href={`/admin/articles/${articleId}`} dir="auto">
              {headline}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
