import { listSections } from '@/lib/articles/queries'
import { site } from '@/lib/site'
import { answerProgram, said } from '../answer'

export function GET(request: Request) {
  return answerProgram(request, async () => {
    const at = (path: string) => new URL(path, site().url).href
    const sections = (await listSections()).map(({ slug, name }) => ({
      ...{ slug, name, url: at(`/section/${slug}`) },
      articles: at(`/api/v1/articles?section=${slug}`),
      feed: at(`/section/${slug}/feed.json`),
    }))
    return said({ sections })
  })
}
