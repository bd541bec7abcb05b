import { say } from '@/messages/say'

/** The box a comment is written in. */
export function CommentBox({
  text = '',
  rows = 6,
  label = say('talk.box'),
}: {
  text?: string
  rows?: number
  label?: string
}) {
  return (
    <textarea
      name="body"
      aria-label={label}
      rows={rows}
      defaultValue={text}
      placeholder={say('talk.hint')}
      dir="auto"
      className="field-sizing-content block min-h-30 w-full resize-y rounded-[3px] border border-edge bg-paper px-3.5 py-3 font-serif text-comment text-ink leading-relaxed placeholder:text-quiet"
    />
  )
}
