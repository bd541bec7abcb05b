import { Button } from '@/components/button'
import type { ReaderFile } from '@/lib/moderation/queries-reader-file'
import { say } from '@/messages/say'
import { Role } from '@/prisma/generated/enums'

type Props = {
  file: ReaderFile
  sections: { id: number; name: string }[]
  mayChangeRole: boolean
  maySignOut: boolean
}

/** What they may do at the desk and where, and the end of all their sessions. */
export function Rights({ file, sections, mayChangeRole, maySignOut }: Props) {
  const at = `/api/admin/readers/${file.id}`
  return (
    <section aria-labelledby="rights" className="mt-9 max-w-measure">
      <h2 id="rights" className="mb-2 text-brief">
        {say('readers.rights')}
      </h2>
      {mayChangeRole ? (
        <form method="post" action={`${at}/role`}>
          <fieldset className="flex flex-wrap gap-x-6">
            <legend className="sr-only">{say('readers.role')}</legend>
            {Object.values(Role).map((role) => (
              <label key={role} className="flex items-baseline gap-2 py-1.5">
                <input type="radio" name="role" value={role} defaultChecked={role === file.role} />
                {say(`readers.role.${role}`)}
              </label>
            ))}
          </fieldset>
          <fieldset className="my-3">
            <legend className="mb-1 font-semibold">{say('readers.sections')}</legend>
            <div className="flex flex-wrap gap-x-6">
              {sections.map(({ id, name }) => (
                <label key={id} className="flex items-baseline gap-2 py-1.5">
                  <input
                    type="checkbox"
                    name={`section-${id}`}
                    value="1"
                    defaultChecked={file.sections.includes(id)}
                  />
                  {name}
                </label>
              ))}
            </div>
            <p className="text-quiet text-small">{say('readers.sections.hint')}</p>
          </fieldset>
          <Button type="submit" look="quiet">
            {say('readers.role.submit')}
          </Button>
        </form>
      ) : (
        <p>
          {say(`readers.role.${file.role}`)}.{' '}
          <span className="text-quiet">{say('readers.role.adminsOnly')}</span>
        </p>
      )}
      {maySignOut && (
        <form method="post" action={`${at}/sign-out`} className="mt-6">
          <p className="mb-3 text-quiet text-small">{say('readers.signOut.hint')}</p>
          <Button type="submit" look="quiet">
            {say('readers.signOut')}
          </Button>
        </form>
      )}
    </section>
  )
}
