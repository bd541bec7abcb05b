import { say } from '@/messages/say'

const look =
  'field-sizing-content block min-h-30 w-full resize-y rounded-[3px] border border-edge bg-paper px-3.5 py-3 font-serif text-comment text-ink leading-relaxed placeholder:text-quiet'

/**
 * The box a comment is written in. It is written as HTML because React, taking a page over, would put a textarea's
 * first text back over what somebody has typed by then.
 */
export function CommentBox({
  text = '',
  rows = 6,
  asks = false,
}: {
  text?: string
  rows?: number
  /** A question is wanted. */
  asks?: boolean
}) {
  const hint = asks ? say('talk.hintQuestion') : say('talk.hint')
  return <TextBox label={say('talk.box')} hint={hint} text={text} rows={rows} />
}

/** The same for other words than a comment's. */
export function TextBox({
  label,
  hint = '',
  text = '',
  rows = 6,
}: {
  label: string
  hint?: string
  text?: string
  rows?: number
}) {
  // HTML drops the first line end inside a textarea.
  const html = `<textarea name="body" aria-label="${escapeHtml(label)}" rows="${rows}" placeholder="${escapeHtml(hint)}" dir="auto" class="${look}">\n${escapeHtml(text)}</textarea>`
  return <div dangerouslySetInnerHTML={{ __html: html }} />
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
