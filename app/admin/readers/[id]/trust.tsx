import { Button } from '@/components/button'
import type { ReaderFile } from '@/lib/moderation/queries-reader-file'
import { site } from '@/lib/site'
import { dayAndTime } from '@/lib/site-time'
import { say } from '@/messages/say'

/** Whether theirs appear at once, wherever they write. */
export function Trust({ file, mayTrust }: { file: ReaderFile; mayTrust: boolean }) {
  const { trustedAt } = file
  if (!mayTrust && !trustedAt) return null
  return (
    <section aria-labelledby="trust" className="mt-9 max-w-measure">
      <h2 id="trust" className="mb-2 text-brief">
        {say('readers.trust')}
      </h2>
      {trustedAt && <p>{say('readers.trust.since', { date: dayAndTime(trustedAt, site()) })}.</p>}
      <p className="mb-3 text-quiet text-small">{say('readers.trust.text')}</p>
      {mayTrust && (
        <form method="post" action={`/api/admin/readers/${file.id}/trust`}>
          <Button type="submit" name="on" value={trustedAt ? '0' : '1'} look="quiet">
            {trustedAt ? say('readers.trust.end') : say('readers.trust.give')}
          </Button>
        </form>
      )}
    </section>
  )
}
