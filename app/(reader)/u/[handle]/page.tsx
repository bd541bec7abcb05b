import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Quiet, Seal } from '@/components/comment-badges'
import { CommentList } from '@/components/comment-list'
import { Meta } from '@/components/meta'
import { ReaderPage } from '@/components/reader-page'
import { When } from '@/components/when'
import { listSections } from '@/lib/articles/queries'
import { countProfileComments, findProfile, listProfileComments } from '@/lib/comments/queries-profile'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { topics } from '@/lib/topics'
import { say } from '@/messages/say'

type Props = {
  params: Promise<{ handle: string }>
  searchParams: Promise<{ after?: string | string[] }>
}

const findOnce = cache(findProfile)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const profile = await findOnce((await params).handle)
  if (!profile) return {}
  return {
    title: `${profile.name} · ${site().name}`,
    description: say('profile.description', { name: profile.name, site: site().name }),
    alternates: { canonical: new URL(`/u/${profile.handle}`, site().url) },
    ...(profile.isOpen ? {} : { robots: { index: false } }),
  }
}

/** What anyone may know of a reader, and what they wrote under their name, if they like it to be listed. */
export default async function ProfilePage({ params, searchParams }: Props) {
  const profile = await findOnce((await params).handle)
  if (!profile) notFound()
  const { after } = await searchParams
  const [sections, listed] = await Promise.all([listSections(), listOf(profile, after)])
  return (
    <ReaderPage sections={sections}>
      <meta name="tribune:topics" content={topics.reader(profile.id)} />
      <div className="mx-auto max-w-[42rem] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-16">
        <h1 dir="auto" className="text-title">
          {profile.name}
        </h1>
        <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 empty:hidden">
          {profile.isStaff && <Seal>{say('talk.staff')}</Seal>}
          {profile.expertise && <Quiet>{profile.expertise}</Quiet>}
        </p>
        {!profile.isOpen && <p className="mt-6 text-quiet">{say('profile.closed')}</p>}
        {listed && (
          <>
            <Meta className="mt-2 mb-6">
              {say('profile.comments', { count: listed.count })}
              <span>
                {say('profile.since')} <When at={profile.since} as="day" />
              </span>
            </Meta>
            {listed.comments.length === 0 && <p className="text-quiet">{say('profile.none')}</p>}
            <CommentList comments={listed.comments} />
            {listed.next && (
              <p className="mt-4">
                <a rel="next" href={`/u/${profile.handle}?after=${listed.next}`} className="font-semibold">
                  {say('account.older')}
                </a>
              </p>
            )}
          </>
        )}
      </div>
    </ReaderPage>
  )
}

async function listOf(profile: { id: number; isOpen: boolean }, after: string | string[] | undefined) {
  if (!profile.isOpen) return null
  const [page, count] = await Promise.all([
    listProfileComments(profile.id, typeof after === 'string' ? publicId(after) : null),
    countProfileComments(profile.id),
  ])
  return { ...page, count }
}
