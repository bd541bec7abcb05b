import { forPrograms, ledTo, notThere } from '@/app/programs-answer'
import { writeAtom } from '@/lib/feeds/atom'
import {
  type Feed,
  type FeedFormat,
  feedAddresses,
  feedFormats,
  feedTypes,
  isFeedName,
} from '@/lib/feeds/feed'
import { writeJsonFeed } from '@/lib/feeds/json-feed'
import { writeRss } from '@/lib/feeds/rss'
import { site } from '@/lib/site'
import { formerPageOf, type Subject, subjectOf } from './subject'

export const dynamic = 'force-dynamic'

const writers: Record<FeedFormat, (feed: Feed) => string> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJsonFeed,
}

/** Every feed, as documents/machine-routes.ts asks for it: what it is of, then the name of the format. */
export async function GET(_: Request, { params }: { params: Promise<{ place: string[] }> }) {
  const place = (await params).place.map(decodeURIComponent)
  const name = place.at(-1)
  if (!isFeedName(name)) return notThere()
  const of = place.slice(0, -1)
  const subject = await subjectOf(of)
  if (subject === null) {
    const page = await formerPageOf(of)
    return page === null ? notThere() : ledTo(`${page}/${name}`)
  }
  const format = feedFormats[name]
  return forPrograms(feedTypes[format], writers[format](feedOf(subject)))
}

function feedOf({ page, begunAt = new Date(0), ...subject }: Subject): Feed {
  const { name, language, url, hub } = site()
  const changes = subject.entries.map(({ updatedAt }) => updatedAt.getTime())
  return {
    ...subject,
    language,
    home: new URL(page, url).href,
    addresses: feedAddresses(page, url),
    publisher: { name, url: url.href },
    updatedAt: new Date(Math.max(begunAt.getTime(), ...changes)),
    hub: hub?.href ?? null,
  }
}
