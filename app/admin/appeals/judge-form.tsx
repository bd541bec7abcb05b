import { Button } from '@/components/button'
import { TextBox } from '@/components/comment-box'
import { say } from '@/messages/say'

type Props = {
  action: string
  /** Judged by who decided first, for want of anybody else. */
  isOwn: boolean
  answer: string
  overturn: string
  uphold: string
}

/** The answer to whoever appealed, and the two judgements. */
export function JudgeForm({ action, isOwn, answer, overturn, uphold }: Props) {
  return (
    <form method="post" action={action} className="mt-4">
      {isOwn && <p className="mb-2 text-hold text-small">{say('appeals.alone')}</p>}
      <p aria-hidden className="mb-0.5 text-quiet text-small">
        {say('appeals.answer')}
      </p>
      <TextBox label={say('appeals.answer')} text={answer} rows={3} />
      <p className="mt-3 flex flex-wrap gap-3">
        <Button type="submit" name="outcome" value="overturned" look="approve">
          {overturn}
        </Button>
        <Button type="submit" name="outcome" value="upheld" look="reject">
          {uphold}
        </Button>
      </p>
    </form>
  )
}
