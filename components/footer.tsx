import { site } from '@/lib/site'
import { say } from '@/messages/say'

const ways = [
  ['/archive', 'archive.title'],
  ['/corrections', 'site.corrections'],
  ['/feed.xml', 'site.feed'],
  ['/about', 'site.about'],
  ['/contact', 'standing.contact.title'],
  ['/rules', 'site.rules'],
  ['/terms', 'standing.terms.title'],
  ['/privacy', 'standing.privacy.title'],
] as const

/** What stands under every page: who this is, and the ways that no section has. */
export function Footer() {
  return (
    <footer className="mt-auto border-rule border-t text-quiet text-small">
      <div className="mx-auto flex max-w-[76rem] flex-wrap items-baseline gap-x-6 gap-y-1 px-[clamp(1rem,4vw,2.5rem)] py-6">
        <p className="me-auto">
          <span className="font-semibold font-serif text-base text-ink">{site().name}</span>
          <span className="ms-3">{say('site.tagline')}</span>
        </p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {ways.map(([href, name]) => (
            <li key={href}>
              <a href={href} className="inline-block min-w-[24px] py-1">
                {say(name)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
