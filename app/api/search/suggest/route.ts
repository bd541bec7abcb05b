import { articlePath } from '@/lib/articles/slug'
import { suggest } from '@/lib/search/queries-suggest'

/** Headlines for what is being typed into the search box, with where they lead. Knows nothing of who asks. */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  const stories = await suggest(typed)
  return Response.json(
    stories.map((story) => ({ headline: story.headline, path: articlePath(story) })),
    { headers: { 'Cache-Control': 'public, max-age=60' } },
  )
}
