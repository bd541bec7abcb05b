import type { Metadata } from 'next'
import { ProsePage } from '@/components/prose-page'
import { ReaderPage } from '@/components/reader-page'
import { listSections } from '@/lib/articles/queries'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

export function generateMetadata(): Metadata {
  return {
    title: `${say('about.title')} · ${site().name}`,
    description: say('about.text', { site: site().name }),
    alternates: { canonical: new URL('/about', site().url) },
  }
}

export default async function AboutPage() {
  return (
    <ReaderPage sections={await listSections()}>
      <ProsePage title={say('about.title')}>
        <div className="grid gap-4 font-serif text-body leading-relaxed">
          <p>{say('about.text', { site: site().name })}</p>
        </div>
      </ProsePage>
    </ReaderPage>
  )
}
