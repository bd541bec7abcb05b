import { dateIn } from '@/lib/articles/archive-date'
import { wholeYears } from '@/lib/articles/reading-time'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

/** Said over an article that may be taken for news and is none. */
export function AgeNotice({ publishedAt, now }: { publishedAt: Date; now: Date }) {
  const { timeZone } = site()
  const years = wholeYears(dateIn(publishedAt, timeZone), dateIn(now, timeZone))
  if (years === 0) return null
  return (
    <p className="mb-6 border-hold border-s-3 ps-4 text-small" role="note">
      {say('article.old', { years })}
    </p>
  )
}
