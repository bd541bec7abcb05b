import type { ReactNode } from 'react'
import { composerWords } from '@/components/composer-words'
import { Notice } from '@/components/notice'
import { longestComment } from '@/lib/comments/text'
import { say } from '@/messages/say'
import { Islands } from '../islands'

// Its address is put here by the build, as in app/(reader)/layout.tsx.
const islands = process.env.TRIBUNE_ISLANDS

/**
 * Around a form on a page of its own: the browser's script keeps its text on the device, counts, and posts in place.
 * What it needs stands hidden beside the form, not in templates, whose inside Next's runtime could not find again.
 */
export function ComposerFrame({ articleId, children }: { articleId: number; children: ReactNode }) {
  return (
    <tribune-composer longest={longestComment} near={500} article={articleId} className="block">
      {children}
      <div hidden data-part="problem">
        <Notice kind="problem" title={say('compose.problem')}>
          <p data-sentence="" />
        </Notice>
      </div>
      <div hidden data-part="discard">
        <button type="button" className="underline underline-offset-[.18em] hover:text-accent">
          {say('compose.discard')}
        </button>
      </div>
      <div hidden data-part="words">
        {Object.entries(composerWords()).map(([name, sentence]) => (
          <p key={name} data-word={name}>
            {sentence}
          </p>
        ))}
      </div>
      {islands && <Islands src={islands} />}
    </tribune-composer>
  )
}
