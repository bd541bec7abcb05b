import { listLiveRules } from '@/lib/moderation/queries-rules'
import { StandingPageOf, standingMetadata } from '../standing'

export const generateMetadata = () => standingMetadata('rules')

/** What a conversation is for, and the library of reasons as it is in force. A receipt leads to the rule that was named. */
export default async function RulesPage() {
  const rules = await listLiveRules()
  return (
    <StandingPageOf slug="rules">
      <ol className="mt-4 grid list-decimal gap-2 ps-6 font-serif text-body leading-relaxed">
        {rules.map(({ code, title, text }) => (
          <li key={code} id={code} dir="auto" className="scroll-mt-8 target:bg-wash">
            <span className="[overflow-wrap:anywhere]">{title}</span>
            {text && (
              <p className="whitespace-pre-line text-comment text-quiet [overflow-wrap:anywhere]">{text}</p>
            )}
          </li>
        ))}
      </ol>
    </StandingPageOf>
  )
}
