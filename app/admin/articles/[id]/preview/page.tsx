import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { When } from '@/components/when'
import { type ArticleAtDesk, findAtDesk } from '@/lib/newsroom/queries-desk'
import { previewPath } from '@/lib/newsroom/queries-preview-link'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../../../desk-page'
import { requireEditor } from '../../../guard'

type Props = { params: Promise<{ id: string }> }

export function generateMetadata(): Metadata {
  return { title: `${say('preview.links')} · ${site().name}` }
}

const [hour, day] = [3_600_000, 86_400_000]

/** Links that show what is written to whoever has them, for a while. */
export default async function PreviewLinksPage({ params }: Props) {
  const { id: asked } = await params
  const editor = await requireEditor(`/admin/articles/${asked}/preview`)
  const id = publicId(asked)
  const now = new Date()
  const article = id === null ? null : await findAtDesk(editor, id, now)
  if (!article) notFound()
  const until = embargoEnd(article)
  const links = [
    ...[hour, day, 7 * day].map((lasts) => ({
      kind: 'draft' as const,
      until: new Date(now.getTime() + lasts),
    })),
    ...(until ? [{ kind: 'delivery' as const, until }] : []),
  ]
  return (
    <DeskPage title={say('preview.links')} moderator={editor} current="articles">
      <p className="mt-1 max-w-measure text-quiet">{say('preview.links.text')}</p>
      <p className="mt-3 font-serif text-second">
        <a href={`/admin/articles/${article.id}`} dir="auto">
          {article.content.headline || say('articles.untitled')}
        </a>
      </p>
      <ul className="mt-4 divide-y divide-rule border-rule border-t">
        {links.map(({ kind, until }) => {
          const path = previewPath({ articleId: article.id, kind, until })
          return (
            <li key={path} className="py-3">
              <a href={path} className="[overflow-wrap:anywhere]">
                {say(`preview.link.${kind}`)}
              </a>{' '}
              <span className="text-quiet">
                {say('preview.until')} <When at={until} />
              </span>
              <p className="mt-1 select-all text-small [overflow-wrap:anywhere]">
                {new URL(path, site().url).href}
              </p>
            </li>
          )
        })}
      </ul>
    </DeskPage>
  )
}

/** Until when the article, or what it is to say later, may be given out; null where it may not. */
function embargoEnd({ state, goesLiveAt, update }: ArticleAtDesk): Date | null {
  if (state === 'embargoed') return goesLiveAt
  return update?.isEmbargo && !update.problem ? update.goesLiveAt : null
}
