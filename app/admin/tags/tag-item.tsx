import { Button } from '@/components/button'
import { Meta } from '@/components/meta'
import { tagPath } from '@/lib/articles/slug'
import { longestTag } from '@/lib/newsroom/commands-tags'
import type { TagFile } from '@/lib/newsroom/queries-tags'
import { say } from '@/messages/say'
import { LabelledLine } from '../labelled-line'

/** One tag, with the ways to call it something else, to merge it, and to take that back. */
export function TagItem({ tag }: { tag: TagFile }) {
  const { id, slug, name, articles, mergedInto } = tag
  const action = `/api/admin/tags/${id}`
  return (
    <li className="py-4">
      <h2 dir="auto" className="text-brief">
        <a href={tagPath(slug)} className="no-underline [overflow-wrap:anywhere]">
          {name}
        </a>
      </h2>
      <Meta>
        <code dir="auto" className="[overflow-wrap:anywhere]">
          {slug}
        </code>
        {mergedInto === null ? (
          say('tags.count', { count: articles })
        ) : (
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {say('tags.leads', { name: mergedInto })}
          </span>
        )}
      </Meta>
      {mergedInto === null ? (
        <details>
          <summary aria-label={say('tags.changeNamed', { name })} className="cursor-pointer py-1 text-small">
            {say('tags.change')}
          </summary>
          <form method="post" action={action}>
            <LabelledLine
              id={`name-${id}`}
              name="name"
              label={say('tags.name')}
              hint={say('tags.name.hint')}
              required
              maxLength={longestTag}
              defaultValue={name}
            />
            <Button type="submit" name="step" value="rename">
              {say('tags.rename')}
            </Button>
          </form>
          <form method="post" action={action}>
            <LabelledLine
              id={`into-${id}`}
              name="into"
              label={say('tags.into')}
              hint={say('tags.into.hint')}
              required
              maxLength={longestTag}
            />
            <Button type="submit" name="step" value="merge">
              {say('tags.merge')}
            </Button>
          </form>
        </details>
      ) : (
        <form method="post" action={action}>
          <button
            type="submit"
            name="step"
            value="split"
            aria-label={say('tags.splitNamed', { name })}
            className="py-1.5 text-small underline decoration-edge underline-offset-[.18em]"
          >
            {say('tags.split')}
          </button>
        </form>
      )}
    </li>
  )
}
