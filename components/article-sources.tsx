import type { Source } from '@/lib/articles/sources'
import { say } from '@/messages/say'

/** Where an article's facts come from, below its text. */
export function ArticleSources({ sources }: { sources: Source[] }) {
  if (sources.length === 0) return null
  return (
    <section aria-labelledby="sources" className="mt-9 border-rule border-t pt-4 text-small">
      <h2 id="sources" className="mb-1 font-[650] font-sans text-base tracking-normal">
        {say('article.sources')}
      </h2>
      <ul>
        {sources.map(({ name, url }, index) => (
          <li key={index} dir="auto" className="py-[3px] [overflow-wrap:anywhere]">
            {url ? <a href={url}>{name}</a> : name}
          </li>
        ))}
      </ul>
    </section>
  )
}
