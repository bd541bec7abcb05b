import { say } from '@/messages/say'

/** The way to every section. On a narrow screen it scrolls sideways. */
export function SectionNav({
  sections,
  current,
}: {
  sections: { slug: string; name: string }[]
  current?: string
}) {
  return (
    <nav aria-label={say('site.sections')} className="border-rule border-b">
      <ul className="mx-auto flex max-w-[76rem] gap-x-[1.4rem] overflow-x-auto px-[clamp(1rem,4vw,2.5rem)] font-[550] text-small [scrollbar-width:none]">
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
    </nav>
  )
}
