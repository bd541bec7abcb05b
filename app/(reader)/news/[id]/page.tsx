import { notFound, permanentRedirect } from 'next/navigation'
import { findArticle } from '@/lib/articles/queries'
import { articlePath } from '@/lib/articles/slug'
import { publicId } from '@/lib/public-id'
import { ArticleGone } from './article-gone'

type Props = { params: Promise<{ id: string }> }

/** The short form of an article's address. */
export default async function ArticleById({ params }: Props) {
  const id = publicId((await params).id)
  const found = id === null ? null : await findArticle(id)
  if (!found) notFound()
  if (found.state !== 'published') return <ArticleGone state={found.state} notice={found.notice} />
  permanentRedirect(articlePath(found.article))
}
