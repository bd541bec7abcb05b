import { Button } from '@/components/button'
import { Field } from '@/components/field'
import type { ReaderFile } from '@/lib/moderation/queries-reader-file'
import { say } from '@/messages/say'

type Props = {
  file: ReaderFile
  mayName: boolean
  /** What was typed and not taken. */
  typed: Record<string, string> | null
}

/** What the newsroom says beside their name. */
export function Expert({ file, mayName, typed }: Props) {
  if (!mayName && !file.expertise) return null
  return (
    <section aria-labelledby="expert" className="mt-9 max-w-measure">
      <h2 id="expert" className="mb-2 text-brief">
        {say('readers.expert')}
      </h2>
      {mayName ? (
        <form method="post" action={`/api/admin/readers/${file.id}/expertise`}>
          <Field
            label={say('readers.expert.what')}
            hint={say('readers.expert.hint')}
            name="expertise"
            defaultValue={typed?.expertise ?? file.expertise ?? ''}
            dir="auto"
            autoComplete="off"
          />
          <Button type="submit" look="quiet">
            {say('readers.expert.submit')}
          </Button>
        </form>
      ) : (
        <p dir="auto">{file.expertise}</p>
      )}
    </section>
  )
}
