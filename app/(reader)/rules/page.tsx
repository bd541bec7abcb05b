import type { Metadata } from 'next'
import { ProsePage } from '@/components/prose-page'
import { ReaderPage } from '@/components/reader-page'
import { listSections } from '@/lib/articles/queries'
import { listLiveRules } from '@/lib/moderation/queries-rules'
import { site } from '@/lib/site'
import { say } from '@/messages/say'

export function generateMetadata(): Metadata {
  return {
    title: `${say('rules.title')} · ${site().name}`,
    description: say('rules.intro'),
    alternates: { canonical: new URL('/rules', site().url) },
  }
}

/** The library of reasons, as it is in force. A receipt leads to the rule that was named. */
export default async function RulesPage() {
  const [sections, rules] = await Promise.all([listSections(), listLiveRules()])
  return (
    <ReaderPage sections={sections}>
      <ProsePage title={say('rules.title')}>
        <div className="grid gap-4 font-serif text-body leading-relaxed">
          <p>{say('rules.intro')}</p>
          <ol className="grid list-decimal gap-2 ps-6">
            {rules.map(({ code, title, text }) => (
              <li key={code} id={code} dir="auto" className="scroll-mt-8 target:bg-wash">
                <span className="[overflow-wrap:anywhere]">{title}</span>
                {text && (
                  <p className="whitespace-pre-line text-comment text-quiet [overflow-wrap:anywhere]">
                    {text}
                  </p>
                )}
              </li>
            ))}
          </ol>
          <p>{say('rules.process')}</p>
        </div>
      </ProsePage>
    </ReaderPage>
  )
}
