import type { VersionStep } from '@/lib/articles/queries-versions'
import { isTrivial } from '@/lib/articles/trivial'
import { versionDifference } from '@/lib/articles/version-difference'
import { say } from '@/messages/say'
import { Meta } from './meta'
import { Note } from './note'
import { VersionChanges } from './version-changes'
import { When } from './when'

// Of a version that changed more, the rest is on a page of its own.
const mostShown = 30

type Props = { articleId: number; version: VersionStep; isCurrent: boolean }

/** One version in the list of them: when, why, and what it changed. Trifles are folded, and stay one press away. */
export function VersionItem({ articleId, version, isCurrent }: Props) {
  const { number, publishedAt, kind, note, thanksReader, before } = version
  const path = `/news/${articleId}/versions/${number}`
  const difference = before && versionDifference(before.text, version.text)
  const changes = difference && (
    <VersionChanges
      difference={difference}
      written={version.written}
      most={mostShown}
      rest={(count) => (
        <p className="text-quiet">
          {say('versions.more', { count })} <a href={path}>{say('versions.moreAll', { number })}</a>
        </p>
      )}
    />
  )
  return (
    <li id={`version-${number}`} className="py-6">
      <h2 className="text-second">{say('versions.number', { number })}</h2>
      <Meta className="mt-1">
        <When at={publishedAt} />
        {say(`versions.kind.${kind}`)}
        {isCurrent && say('versions.current')}
        <a href={path}>{say('versions.read', { number })}</a>
      </Meta>
      {note && <Note note={note} className="mt-2 border-accent border-s-2 ps-3" />}
      {thanksReader && <p className="mt-2 text-quiet">{say('versions.thanks')}</p>}
      <div className="mt-4">
        {!difference && <p className="text-quiet">{say('versions.first')}</p>}
        {difference && isTrivial(difference, kind) ? (
          <details>
            <summary className="cursor-pointer py-1 text-quiet">{say('versions.trivial')}</summary>
            <div className="pt-2">{changes}</div>
          </details>
        ) : (
          changes
        )}
      </div>
    </li>
  )
}
