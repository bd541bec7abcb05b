import { When } from '@/components/when'
import { wordsOf } from '@/components/words-of'
import type { Thanks } from '@/lib/newsroom/queries-thanks'
import { say } from '@/messages/say'

/** Which errors a reader reported that were put right, the last first. */
export function ThanksList({ thanks }: { thanks: Thanks[] }) {
  if (thanks.length === 0) return null
  return (
    <section aria-labelledby="thanks-title" className="mt-8">
      <h2 id="thanks-title" className="mb-2 text-second">
        {say('thanks.title')}
      </h2>
      <p className="mb-3 text-quiet">{say('thanks.text')}</p>
      <ul className="divide-y divide-rule border-rule border-y">
        {thanks.map(({ id, articleId, headline, language, direction, quote, at }) => (
          <li key={id} className="py-3">
            <p dir="auto" className="[overflow-wrap:anywhere]">
              {say('thanks.quote', { quote })}
            </p>
            <p className="text-quiet text-small">
              <a href={`/news/${articleId}/versions`}>
                <bdi {...wordsOf({ language, direction })}>{headline}</bdi>
              </a>{' '}
              <When at={at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
