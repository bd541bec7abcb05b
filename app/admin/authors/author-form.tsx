import { Button } from '@/components/button'
import { longestAuthorName, longestBio } from '@/lib/newsroom/commands-authors'
import { longestSlug } from '@/lib/newsroom/place-in-address'
import type { AuthorFile } from '@/lib/newsroom/queries-house'
import { say } from '@/messages/say'
import { LeadPicture } from '../articles/[id]/lead-picture'
import { leadWords } from '../articles/[id]/lead-words'
import { LabelledLine } from '../labelled-line'
import { LabelledLines } from '../labelled-lines'

type Props = { action: string; author?: AuthorFile; submit: string }

/** Who somebody is to readers: name, address, what there is to say, a picture, and the account they answer with. */
export function AuthorForm({ action, author, submit }: Props) {
  return (
    <form method="post" action={action} className="max-w-measure">
      <LabelledLine
        id="name"
        name="name"
        label={say('authors.name')}
        required
        maxLength={longestAuthorName}
        defaultValue={author?.name}
      />
      <LabelledLine
        id="slug"
        name="slug"
        label={say('authors.slug')}
        hint={author ? say('house.slug.moves') : say('house.slug.hint')}
        maxLength={longestSlug}
        defaultValue={author?.slug}
      />
      <LabelledLines
        id="bio"
        name="bio"
        label={say('authors.bio')}
        rows={4}
        maxLength={longestBio}
        defaultValue={author?.bio}
      />
      <fieldset className="my-4 max-w-96">
        <legend className="font-semibold">{say('authors.picture')}</legend>
        <LeadPicture
          name="picture"
          initial={author?.picture ?? ''}
          words={{ ...leadWords(), picture: say('authors.picture.library') }}
        >
          <LabelledLine
            id="picture"
            name="picture"
            label={say('authors.picture.number')}
            hint={say('authors.picture.hint')}
            defaultValue={author?.picture ?? ''}
            autoComplete="off"
            inputMode="numeric"
          />
        </LeadPicture>
      </fieldset>
      <LabelledLine
        id="handle"
        name="handle"
        label={say('authors.handle')}
        hint={say('authors.handle.hint')}
        defaultValue={author?.handle ?? ''}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit">{submit}</Button>
    </form>
  )
}
