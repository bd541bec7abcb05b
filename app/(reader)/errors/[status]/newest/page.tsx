import { notFound } from 'next/navigation'
import { ErrorPage } from '@/components/error-page'
import { NewestStories } from '@/components/newest-stories'
import { listSections } from '@/lib/articles/queries'
import { listStories } from '@/lib/articles/queries-stories'

type Props = { params: Promise<{ status: string }> }

const storiesShown = 5

/** Where nothing is: the ways on, as they are just now. documents/ keeps it beside the plain page. */
export default async function NothingThere({ params }: Props) {
  if ((await params).status !== '404') notFound()
  const [sections, stories] = await Promise.all([listSections(), listStories({ take: storiesShown })])
  return (
    <ErrorPage status={404} sections={sections}>
      <NewestStories stories={stories} />
    </ErrorPage>
  )
}
