import { say } from '@/messages/say'

/** Where an article stands: the front page, then its section. */
export function Breadcrumb({ section }: { section: { slug: string; name: string } }) {
  return (
    <nav aria-label={say('article.breadcrumb')} className="mb-2 text-small">
      <ol className="flex flex-wrap gap-x-1.5">
        <li className="after:ms-1.5 after:text-quiet after:content-['›']">
          <a href="/" className="text-quiet no-underline hover:underline">
            {say('article.front')}
          </a>
        </li>
        <li>
          <a
            href={`/section/${section.slug}`}
            className="font-semibold text-accent no-underline hover:underline"
          >
            {section.name}
          </a>
        </li>
      </ol>
    </nav>
  )
}
