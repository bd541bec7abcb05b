import type { Finding } from '@/lib/newsroom/pre-publication'
import { say } from '@/messages/say'

/** What the checks found: what stops a publication first. */
export function Findings({ findings }: { findings: Finding[] }) {
  const ordered = findings.toSorted((a, b) => Number(b.level === 'block') - Number(a.level === 'block'))
  return (
    <section aria-labelledby="checks" className="mt-8 max-w-[46rem] border-rule border-t pt-4">
      <h2 id="checks" className="text-second">
        {say('writing.checks')}
      </h2>
      {ordered.length === 0 && <p className="mt-1 text-quiet">{say('writing.checks.none')}</p>}
      <ul className="mt-2">
        {ordered.map(({ rule, level, detail = '' }) => (
          <li key={`${rule} ${detail}`} className="flex gap-3 py-1 [overflow-wrap:anywhere]">
            <span
              className={
                level === 'block' ? 'font-[650] text-accent text-small' : 'font-[650] text-hold text-small'
              }
            >
              {say(`writing.check.${level}`)}
            </span>
            <span>{say(`writing.found.${rule}`, { detail })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
