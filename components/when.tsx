import { site } from '@/lib/site'
import { dayAndTime, longDate, publishDate } from '@/lib/site-time'

const forms = { publish: publishDate, day: longDate, moment: dayAndTime }

/** An instant, printed in the site's zone. */
export function When({ at, as = 'moment' }: { at: Date; as?: keyof typeof forms }) {
  return <time dateTime={at.toISOString()}>{forms[as](at, site())}</time>
}
