import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import type { ArticleAtDesk } from '@/lib/newsroom/queries-desk'
import type { Names, Typed } from '@/lib/newsroom/typed-draft'
import { say } from '@/messages/say'
import { BodyField } from './body-field'
import { editorWords } from './editor/editor-words'
import { LeadPicture } from './lead-picture'
import { leadWords } from './lead-words'
import { RelatedField } from './related-field'
import { Choice, Lines, TextLine } from './typed-field'

type Props = {
  article: ArticleAtDesk
  typed: Typed
  sections: { slug: string; name: string }[]
  names: Names
  /** What the numbers of related articles stand for. */
  related: { id: number; headline: string }[]
  /** What keeps it while it is typed. */
  children: ReactNode
}

/** Everything an article says, in one form that works as it stands. */
export function WritingForm({ article, typed, sections, names, related, children }: Props) {
  return (
    <form
      id="writing"
      method="post"
      autoComplete="off"
      action={`/api/admin/articles/${article.id}/draft`}
      className="mt-5 max-w-[46rem]"
    >
      <input type="hidden" name="base" defaultValue={article.base} />
      <Lines name="headline" typed={typed} rows={2} look="font-serif text-title leading-tight" />
      <Lines name="standfirst" typed={typed} rows={3} look="font-serif text-brief" />
      <BodyField initial={article.content.body} markdown={typed.body} words={editorWords()} />
      <noscript>
        <p className="text-quiet text-small">{say('writing.hint.body')}</p>
      </noscript>
      <div className="grid gap-x-6 pad:grid-cols-2">
        <TextLine name="bylines" typed={typed} hint={say('writing.hint.bylines')} list="authors" />
        <datalist id="authors">
          {[...names.values()].map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextLine name="dateline" typed={typed} />
        <Choice
          name="section"
          typed={typed}
          choices={sections.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <TextLine name="tags" typed={typed} hint={say('writing.hint.tags')} />
      </div>
      <More title={say('writing.picture')} isOpen={typed.pictureId !== ''}>
        <LeadPicture name="pictureId" initial={typed.pictureId} words={leadWords()}>
          <TextLine
            name="pictureId"
            typed={typed}
            pattern="[1-9][0-9]{0,9}"
            hint={say('writing.hint.pictureId')}
          />
        </LeadPicture>
        <div className="min-w-0">
          <Lines name="pictureAlt" typed={typed} rows={2} />
          <Lines name="pictureCaption" typed={typed} rows={2} />
          <TextLine name="pictureCredit" typed={typed} hint={say('writing.hint.pictureCredit')} />
        </div>
      </More>
      <More title={say('writing.more')} isOpen={false}>
        <Lines name="sources" typed={typed} rows={3} hint={say('writing.hint.sources')} />
        <RelatedField initial={related} words={relatedWords()}>
          <TextLine name="related" typed={typed} hint={say('writing.hint.related')} />
        </RelatedField>
        <TextLine
          name="language"
          typed={typed}
          pattern="[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
          hint={say('writing.hint.language')}
        />
        <Choice
          name="direction"
          typed={typed}
          choices={[
            { value: '', label: say('writing.direction.own') },
            { value: 'ltr', label: say('writing.direction.ltr') },
            { value: 'rtl', label: say('writing.direction.rtl') },
          ]}
        />
        <TextLine name="seoTitle" typed={typed} hint={say('writing.hint.seo')} />
        <TextLine name="seoDescription" typed={typed} />
        <Choice
          name="prominence"
          typed={typed}
          choices={[
            { value: '0', label: say('writing.prominence.0') },
            { value: '1', label: say('writing.prominence.1') },
            { value: '2', label: say('writing.prominence.2') },
          ]}
        />
        <Choice
          name="conversation"
          typed={typed}
          choices={[
            { value: 'open', label: say('writing.conversation.open') },
            { value: 'closed', label: say('writing.conversation.closed') },
          ]}
        />
        <Choice
          name="mode"
          typed={typed}
          choices={[
            { value: 'comments', label: say('writing.mode.comments') },
            { value: 'questions', label: say('writing.mode.questions') },
          ]}
        />
      </More>
      <div className="sticky bottom-0 z-10 mt-6 flex flex-wrap items-center gap-x-5 gap-y-1 border-rule border-t bg-paper py-3">
        <Button type="submit">{say('writing.save')}</Button>
        {children}
      </div>
    </form>
  )
}

function relatedWords() {
  return {
    add: say('writing.related.add'),
    remove: say('writing.related.remove'),
    unknown: say('writing.related.unknown'),
  }
}

function More({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className="mt-4 border-rule border-t pt-2">
      <summary className="cursor-pointer py-2 font-semibold">{title}</summary>
      <div className="grid gap-x-6 pad:grid-cols-2">{children}</div>
    </details>
  )
}
