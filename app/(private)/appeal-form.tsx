import { Button } from '@/components/button'
import { TextBox } from '@/components/comment-box'
import { say } from '@/messages/say'

type Props = { action: string; text: string; characters: string }

/** Where somebody says why a decision about them was wrong. `characters` says how many there may be, and who reads them. */
export function AppealForm({ action, text, characters }: Props) {
  return (
    <form method="post" action={action} className="mt-4">
      <TextBox label={say('appeal.box')} text={text} rows={7} />
      <p className="mt-1 text-quiet text-small">{characters}</p>
      <p className="my-4">
        <Button type="submit">{say('appeal.send')}</Button>
      </p>
    </form>
  )
}
