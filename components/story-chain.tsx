import type { ChainLink } from '@/lib/articles/queries-chain'
import { articlePath } from '@/lib/articles/slug'
import { say } from '@/messages/say'
import { When } from './when'
import { wordsOf } from './words-of'

/** How a story went on, from its first article to its last, with this one among them. */
export function StoryChain({ chain, articleId }: { chain: ChainLink[]; articleId: number }) {
  const at = chain.findIndex(({ id }) => id === articleId)
  if (at < 0) return null
  const [before, after] = [chain[at - 1], chain[at + 1]]
  return (
    <nav aria-label={say('chain.title')} className="mt-9 border-rule border-t pt-4">
      <h2 className="mb-2 text-brief">{say('chain.title')}</h2>
      <ol className="border-rule border-s-2 ps-4">
        {chain.map((link) => (
          <li key={link.id} className="py-1.5">
            <span className="block text-quiet text-small">
              <When at={link.publishedAt} />
            </span>
            {link.id === articleId ? (
              <span {...wordsOf(link)} aria-current="page" className="font-[560] font-serif">
                {link.headline}
              </span>
            ) : (
              <a
                href={articlePath(link)}
                {...wordsOf(link)}
                rel={link === before ? 'prev' : link === after ? 'next' : undefined}
                className="font-serif no-underline hover:underline"
              >
                {link.headline}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
