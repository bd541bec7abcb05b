import { listForPrograms } from '@/lib/api/queries-articles'
import { findSection } from '@/lib/articles/queries'
import { findAuthor, findTag, type ListedBy } from '@/lib/articles/queries-lists'
import { site } from '@/lib/site'
import { answerProgram, nextAddress, readPage, said, unsaid } from '../answer'

export function GET(request: Request) {
  return answerProgram(request, async (query) => {
    const page = readPage(query)
    if ('ok' in page) return page
    const by = await listOf(query)
    if (by === undefined) return unsaid(404, 'There is no such section, tag or author.')
    const { articles, next } = await listForPrograms(by, page.after, page.take, site().url)
    return said({ articles, next: nextAddress('/api/v1/articles', query, next) })
  })
}

/** The first of the lists that are named; null: all articles; undefined: it is not there. */
async function listOf(query: URLSearchParams): Promise<ListedBy | null | undefined> {
  const [section, tag, author] = ['section', 'tag', 'author'].map((name) => query.get(name))
  if (section) return (await findSection(section)) ? { section } : undefined
  if (tag) return (await findTag(tag)) ? { tag } : undefined
  if (author) return (await findAuthor(author)) ? { author } : undefined
  return null
}
