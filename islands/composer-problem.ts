import { firstOf } from './parts'

/** Says under the box why its text was not posted, and has it read out at once; null takes the sentence away. */
export function showProblem(host: Element, box: HTMLTextAreaElement, sentence: string | null): void {
  host.querySelector('[data-problem]')?.remove()
  box.removeAttribute('aria-invalid')
  if (sentence === null) return
  box.setAttribute('aria-invalid', 'true')
  const notice = firstOf(host, 'problem')
  const place = notice?.querySelector('[data-sentence]')
  if (!notice || !place) return
  place.textContent = sentence
  notice.setAttribute('data-problem', '')
  box.after(notice)
}
