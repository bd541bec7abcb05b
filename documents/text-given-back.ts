import type { IncomingMessage } from 'node:http'
import { escapeHtml } from './fallback'
import { textPlace } from './text-place'

/** Labels of the box and the button under which a text is given back. */
export type GivenBackWords = { box: string; again: string }

export function isForm(req: IncomingMessage): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(req.headers['content-type'] ?? '')
}

/**
 * A page with what somebody wrote, in a form that sends the same again: a browser that goes back to a page which may
 * not be stored asks for that anew, and the text would be gone. Undefined without a text or without a place for it.
 */
export function giveTextBack(
  html: string,
  form: Buffer,
  action: string,
  words: GivenBackWords,
): string | undefined {
  const fields = new URLSearchParams(form.toString('utf8'))
  const text = fields.get('body')
  if (text === null || text === '' || !html.includes(textPlace)) return undefined
  const hidden = [...fields]
    .filter(([name]) => name !== 'body')
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
  // HTML drops the first line end inside a textarea.
  const box = `<textarea name="body" aria-label="${escapeHtml(words.box)}" rows="9" dir="auto" class="${boxLook}">\n${escapeHtml(text)}</textarea>`
  const button = `<button type="submit" class="${buttonLook}">${escapeHtml(words.again)}</button>`
  const whole = `<form method="post" action="${escapeHtml(action)}" class="mt-6">${hidden.join('')}${box}${button}</form>`
  return html.replace(textPlace, () => whole)
}

// As components/comment-box.tsx and components/button.tsx have them.
const boxLook =
  'field-sizing-content block min-h-30 w-full resize-y rounded-[3px] border border-edge bg-paper px-3.5 py-3 font-serif text-comment text-ink leading-relaxed'
const buttonLook =
  'mt-4 min-h-11 rounded-[3px] border border-ink bg-ink px-4 py-2.5 font-semibold text-paper leading-none hover:opacity-90'
