import { firstOf, sayer } from './parts'

/**
 * Says under the box why its text was not posted, and has it read out at once; null takes the sentence away. With
 * `canInsist` the writer may post it nevertheless.
 */
export function showProblem(
  host: Element,
  box: HTMLTextAreaElement,
  sentence: string | null,
  canInsist = false,
): void {
  host.querySelector('[data-problem]')?.remove()
  box.removeAttribute('aria-invalid')
  if (sentence === null) return
  box.setAttribute('aria-invalid', 'true')
  const notice = firstOf(host, 'problem')
  const place = notice?.querySelector('[data-sentence]')
  if (!notice || !place) return
  place.textContent = sentence
  notice.setAttribute('data-problem', '')
  const button = canInsist && firstOf(host, 'discard')
  if (button instanceof HTMLButtonElement) {
    button.type = 'submit'
    button.name = 'anyway'
    button.textContent = sayer(host)('anyway')
    notice.append(button)
  }
  box.after(notice)
}
