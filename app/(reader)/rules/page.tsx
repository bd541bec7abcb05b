import type { Metadata } from 'next'
import { ProsePage } from '@/components/prose-page'
import { ReaderPage } from '@/components/reader-page'
import { listSections } from '@/lib/articles/queries'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

export function generateMetadata(): Metadata {
  return {
    title: `${say('rules.title')} · ${site().name}`,
    description: say('rules.intro'),
    alternates: { canonical: new URL('/rules', site().url) },
  }
}

export default async function RulesPage() {
  return (
    <ReaderPage sections={await listSections()}>
      <ProsePage title={say('rules.title')}>
        <div className="grid gap-4 font-serif text-body leading-relaxed">
          <p>{say('rules.intro')}</p>
          <ol className="list-decimal ps-6">
            <li>{say('rules.one')}</li>
            <li>{say('rules.two')}</li>
            <li>{say('rules.three')}</li>
            <li>{say('rules.four')}</li>
          </ol>
          <p>{say('rules.process')}</p>
        </div>
      </ProsePage>
    </ReaderPage>
  )
}
