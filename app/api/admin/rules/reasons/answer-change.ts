import type { RuleRefusal } from '@/lib/moderation/commands-rules'
import type { Outcome } from '@/lib/outcome'
import { json, refusal, seeOther, wantsJson } from '../../../answer'

const page = '/admin/rules/reasons'

const statuses = {
  'not-an-editor': 403,
  'no-rule': 404,
  'changed-meanwhile': 409,
  'last-resort': 409,
  'too-many': 409,
  blank: 422,
  'too-long': 422,
  unreadable: 422,
} as const satisfies Record<RuleRefusal['error'], number>

type Done = 'added' | 'reworded' | 'moved' | 'retired' | 'restored'

/** What became of a change of the library: programs are told, browsers led back to the rule it was about. */
export function answerChange(
  request: Request,
  changed: Outcome<{ code: string }, RuleRefusal>,
  { done, code }: { done: Done; code: string | null },
): Response {
  if (wantsJson(request))
    return changed.ok
      ? json(done === 'added' ? 201 : 200, { code: changed.value.code })
      : json(statuses[changed.error], { error: changed.error })
  if (changed.ok) return seeOther(page, { done }, `#rule-${changed.value.code}`)
  if (changed.error === 'not-an-editor') return refusal(request, 403, changed.error)
  return seeOther(page, { problem: changed.error, rule: code })
}

export function badFields(request: Request): Response {
  return wantsJson(request) ? json(422, { error: 'bad-fields' }) : seeOther(page, { problem: 'bad-fields' })
}
