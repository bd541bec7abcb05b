import { storyForPrograms } from '@/lib/api/queries-articles'
import { searchByDate } from '@/lib/search/queries-search'
import { readSearch } from '@/lib/search/search'
import { site } from '@/lib/site'
import { answerProgram, nextAddress, readPage, said, unsaid } from '../answer'

export function GET(request: Request) {
  return answerProgram(request, async (query) => {
    const page = readPage(query)
    if ('ok' in page) return page
    const typed = query.get('q')?.trim()
    if (!typed) return unsaid(400, '`q` says what is looked for.')
    const { url, timeZone } = site()
    const { results, older } = await searchByDate(readSearch(typed, timeZone), page.after)
    const articles = results.map(({ story }) => storyForPrograms(story, url))
    return said({ articles, next: nextAddress('/api/v1/search', query, older) })
  })
}
