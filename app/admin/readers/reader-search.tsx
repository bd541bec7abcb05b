import { Button } from '@/components/button'
import { say } from '@/messages/say'
import { Role } from '@/prisma/generated/enums'

type Props = { asked: { words: string; role: Role | null; sanctioned: boolean }; withEmail: boolean }

const roles = Object.values(Role)

export function readRole(text: string | string[] | undefined): Role | null {
  return roles.find((role) => role === text) ?? null
}

/** Looks for somebody by a part of what they are called, by role, or by being under a sanction. */
export function ReaderSearch({ asked, withEmail }: Props) {
  return (
    <search>
      <form action="/admin/readers" className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
        <span className="min-w-0 grow basis-64">
          <label htmlFor="q" className="mb-0.5 block text-quiet text-small">
            {withEmail ? say('readers.searchEmail') : say('readers.search')}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            maxLength={100}
            defaultValue={asked.words}
            dir="auto"
            className="min-h-11 w-full rounded-[3px] border border-edge bg-paper px-3"
          />
        </span>
        <span>
          <label htmlFor="role" className="mb-0.5 block text-quiet text-small">
            {say('readers.role')}
          </label>
          <select
            id="role"
            name="role"
            defaultValue={asked.role ?? ''}
            className="min-h-11 rounded-[3px] border border-edge bg-paper px-2"
          >
            <option value="">{say('readers.anyRole')}</option>
            {roles.map((role) => (
              <option key={role} value={role}>
                {say(`readers.role.${role}`)}
              </option>
            ))}
          </select>
        </span>
        <label className="flex min-h-11 items-center gap-2">
          <input type="checkbox" name="sanctioned" value="1" defaultChecked={asked.sanctioned} />
          {say('readers.sanctioned')}
        </label>
        <Button type="submit" look="quiet">
          {say('readers.submit')}
        </Button>
      </form>
    </search>
  )
}
