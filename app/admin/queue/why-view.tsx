'use client'

import { Meta } from '@/components/meta'
import type { WhyFacts } from './why'

type Props = { why: WhyFacts; words: { why: string; normalised: string } }

/** Why a comment is here: what each check found and where, what was reported, how urgent that makes it. */
export function WhyView({ why, words }: Props) {
  const { reasons, like, reported, passages, risk, reach, normalised, version } = why
  return (
    <div className="text-small">
      <p>
        <strong>{words.why}:</strong> {reasons}
        {like && (
          <>
            {' '}
            <a href={like.href}>{like.text}</a>
          </>
        )}
      </p>
      {reported.length > 0 && (
        <ul className="my-1">
          {reported.map(({ reason, note }, index) => (
            <li key={index} className="[overflow-wrap:anywhere]">
              {reason}
              {note && (
                <q dir="auto" className="ms-2 font-serif text-quiet">
                  {note}
                </q>
              )}
            </li>
          ))}
        </ul>
      )}
      {passages.map(({ before, match, after }, index) => (
        <p key={index} dir="auto" className="my-1 font-serif text-quiet [overflow-wrap:anywhere]">
          {before}
          <mark className="bg-wash font-semibold text-accent">{match}</mark>
          {after}
        </p>
      ))}
      {risk && (
        <Meta>
          <span className={risk.isHigh ? 'font-[650] text-accent' : undefined}>{risk.text}</span>
          {reach}
        </Meta>
      )}
      <details>
        <summary className="py-1 text-quiet">{words.normalised}</summary>
        <p dir="auto" className="text-quiet [overflow-wrap:anywhere]">
          {normalised}
        </p>
        {version && <p className="text-quiet">{version}</p>}
      </details>
    </div>
  )
}
