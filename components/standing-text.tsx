import type { Block } from '@/lib/articles/body'
import type { LibraryPicture } from '@/lib/articles/queries-pictures'
import { ArticleBody } from './article-body'

/** The words of a standing page, as an article's are shown. Nobody answers them. */
export function StandingText({
  blocks,
  pictures,
}: {
  blocks: Block[]
  pictures: ReadonlyMap<string, LibraryPicture>
}) {
  return (
    <div
      dir="auto"
      className="grid grid-cols-[minmax(0,1fr)] gap-[1em] font-serif text-body leading-relaxed [overflow-wrap:break-word]"
    >
      <ArticleBody blocks={blocks} pictures={pictures} articleId={0} answers={new Map()} canReply={false} />
    </div>
  )
}
