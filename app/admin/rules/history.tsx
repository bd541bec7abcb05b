import { When } from '@/components/when'
import type { HouseList } from '@/lib/moderation/queries-lists'
import { say } from '@/messages/say'

/** What is and was in force, the last first: each from before can be rehearsed and taken again. */
export function History({ adopted }: { adopted: HouseList[] }) {
  if (adopted.length === 0) return null
  return (
    <section aria-labelledby="history" className="mt-8 max-w-measure">
      <h2 id="history" className="mb-2 text-brief">
        {say('rules.history')}
      </h2>
      <ul className="grid gap-1">
        {adopted.map(({ id, by, words, deniedHosts, allowedHosts, adoptedAt }, index) => (
          <li key={id}>
            <When at={adoptedAt ?? new Date(0)} /> <bdi>{say('rules.by', { by })}</bdi>,{' '}
            {say('rules.size', {
              words: words.length,
              hosts: deniedHosts.length,
              allowed: allowedHosts.length,
            })}{' '}
            {index === 0 ? (
              <b className="font-semibold">{say('rules.now')}</b>
            ) : (
              <a href={`/admin/rules?proposal=${id}`}>{say('rules.lookAt')}</a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
