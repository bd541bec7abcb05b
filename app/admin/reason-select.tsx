import { listLiveRules } from '@/lib/moderation/queries-rules'
import { usualReason } from '@/lib/moderation/reasons'

type Props = { id: string; usual?: string }

/** The rules of the library in force, to choose one from as the reason. */
export async function ReasonSelect({ id, usual = usualReason }: Props) {
  const rules = await listLiveRules()
  return (
    <select
      id={id}
      name="reason"
      defaultValue={rules.some(({ code }) => code === usual) ? usual : usualReason}
      className="min-h-11 w-full rounded-[3px] border border-edge bg-paper px-2"
    >
      {rules.map(({ code, reason }) => (
        <option key={code} value={code}>
          {reason}
        </option>
      ))}
    </select>
  )
}
