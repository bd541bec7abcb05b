import { say } from '@/messages/say'
import { SearchBox } from './site-search'

/** The way to every section, and the search box. On a narrow screen it scrolls sideways, and fades where more follows. */
export function SectionNav({
  sections,
  current,
}: {
  sections: { slug: string; name: string }[]
  current?: string
}) {
  return (
    <nav aria-label={say('site.sections')} className="border-rule border-b">
      <div className="mx-auto flex max-w-[76rem] items-baseline gap-x-[1.4rem] px-[clamp(1rem,4vw,2.5rem)] text-small">
        <ul className="flex min-w-0 gap-x-[1.4rem] overflow-x-auto font-[550] [scrollbar-width:none] max-pad:pe-6 max-pad:[mask-image:linear-gradient(to_left,transparent,#000_1.5rem)] max-pad:rtl:[mask-image:linear-gradient(to_right,transparent,#000_1.5rem)]">
          {sections.map(({ slug, name }) => (
            <li key={slug}>
              <a
                href={`/section/${slug}`}
                aria-current={slug === current ? 'page' : undefined}
                className="inline-block whitespace-nowrap py-2 no-underline hover:text-accent aria-[current]:text-accent"
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
        <SearchBox />
      </div>
    </nav>
  )
}
