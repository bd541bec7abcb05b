import { site } from '@/lib/site'
import { day, dayAndTime, longDate, longDateAndTime, publishDate } from '@/lib/site-time'

const forms = {
  publish: publishDate,
  date: day,
  day: longDate,
  'day-and-time': longDateAndTime,
  moment: dayAndTime,
}

/** An instant, printed in the site's zone. */
export function When({ at, as = 'moment' }: { at: Date; as?: keyof typeof forms }) {
  return <time dateTime={at.toISOString()}>{forms[as](at, site())}</time>
}
