import type { ViewerAnswer } from '@/app/api/viewer/viewer-answer'
import { firstOf, sayer } from './parts'
import { patience } from './patience'
import { commentOnPage } from './thread'

/** Recommends in place. Where that cannot be done the form is sent as without scripts. */
export function watchVotes(host: HTMLElement, signal: AbortSignal): void {
  host.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || !form.action.endsWith('/vote')) return
      event.preventDefault()
      const button = form.querySelector('button')
      if (button && !button.disabled) void vote(host, form, button)
    },
    { signal },
  )
}

async function vote(host: HTMLElement, form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const wanted = button.ariaPressed !== 'true'
  press(host, button, wanted)
  button.disabled = true
  const body = new URLSearchParams({ recommend: wanted ? '1' : '0' })
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body,
    signal: patience(10_000),
  }).catch(() => null)
  button.disabled = false
  if (answer?.ok) return write(button, (await answer.json()).count)
  press(host, button, !wanted)
  // Signed out, or something to be told: the page that says it.
  form.append(
    Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: 'recommend',
      value: body.get('recommend'),
    }),
  )
  form.submit()
}

/** What this reader has recommended, and whom they would rather not read. */
export function showDealings(host: HTMLElement, { article }: ViewerAnswer): void {
  for (const id of article?.votes ?? []) {
    const button = commentOnPage(id)?.querySelector<HTMLButtonElement>('form[action$="/vote"] button')
    if (button) press(host, button, true)
  }
  for (const handle of article?.muted ?? [])
    for (const name of host.querySelectorAll(`a[data-name][href="/u/${CSS.escape(handle)}"]`))
      fold(host, name.closest('article'))
}

function press(host: HTMLElement, button: HTMLButtonElement, pressed: boolean): void {
  button.ariaPressed = `${pressed}`
  const words = button.firstChild
  if (words) words.textContent = `${sayer(host)(pressed ? 'recommended' : 'recommend')} `
}

function write(button: HTMLButtonElement, count: number): void {
  const place = button.querySelector('[data-recommends]')
  if (place) place.textContent = count > 0 ? `${count}` : ''
}

function fold(host: HTMLElement, comment: HTMLElement | null): void {
  const line = firstOf(host, 'muted')
  if (!comment || !line || comment.querySelector('[data-muted]')) return
  const parts = [...comment.children].filter((each) => each instanceof HTMLElement)
  const show = (isShown: boolean) => {
    for (const each of parts) each.hidden = !isShown
  }
  line.querySelector('button')?.addEventListener('click', () => {
    show(true)
    line.remove()
  })
  show(false)
  comment.append(line)
}
