import { site } from '@/lib/site'
import { say } from '@/messages/say'

export function Footer() {
  return (
    <footer className="mt-auto border-rule border-t text-quiet text-small">
      <div className="mx-auto flex max-w-[76rem] flex-wrap items-baseline gap-x-6 gap-y-1 px-[clamp(1rem,4vw,2.5rem)] py-6">
        <p className="me-auto">
          <span className="font-semibold font-serif text-base text-ink">{site().name}</span>
          <span className="ms-3">{say('site.tagline')}</span>
        </p>
        <a href="/about" className="py-1">
          {say('site.about')}
        </a>
        <a href="/corrections" className="py-1">
          {say('site.corrections')}
        </a>
        <a href="/rules" className="py-1">
          {say('site.rules')}
        </a>
      </div>
    </footer>
  )
}
