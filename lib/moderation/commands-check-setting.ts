import { inTransaction } from '@/lib/db'
import { done, type Outcome, refused } from '@/lib/outcome'
import type { Moderator } from '@/lib/readers/viewer'
import { checkNames } from './checks/run'
import { denied, type PermissionRefusal } from './commands-permission'
import type { OnFailure } from './queries-checks'
import { recordAction } from './staff-action'

/** Sets what a check does that fails: what it could not look at is held, or published. Setting it as it is changes nothing. */
export async function setCheck(
  moderator: Moderator,
  input: { check: string; onFailure: OnFailure },
  now: Date,
): Promise<Outcome<{ check: string }, PermissionRefusal | { error: 'no-check' }>> {
  const check = checkNames.find((each) => each === input.check)
  if (!check) return refused({ error: 'no-check' })
  const { onFailure } = input
  return inTransaction(async (tx) => {
    const no = await denied(tx, moderator, 'set-checks', null, now)
    if (no) return no
    const changed = await tx.$executeRaw`
      insert into "CheckSetting" as s (name, "onFailure") values (${check}, ${onFailure})
      on conflict (name) do update set "onFailure" = excluded."onFailure" where s."onFailure" <> excluded."onFailure"`
    if (changed > 0)
      await recordAction(
        tx,
        {
          kind: onFailure === 'hold' ? 'check-holds' : 'check-publishes',
          actorId: moderator.id,
          detail: { title: check },
        },
        now,
      )
    return done({ check })
  })
}
