import { countLetters, stepOf } from './letters'
import { announce, language, sayer } from './parts'

const calmMs = 1_000

/** Shows how many characters are left, near the limit only; says it aloud at a few steps, once the typing rests. */
export function watchCounter(
  host: HTMLElement,
  box: HTMLTextAreaElement,
  longest: number,
  signal: AbortSignal,
): void {
  const counter = host.querySelector<HTMLElement>('[data-count-left]')
  if (!counter) return
  const near = Number(host.getAttribute('near'))
  const say = sayer(host)
  let said: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function count(shown: HTMLElement): void {
    // A character has one or two of the units a string's length is in: most texts need no counting.
    const left = box.value.length <= longest - near ? longest : longest - countLetters(box.value)
    shown.hidden = left > near
    // A browser's first number in a language takes a slow telephone longer than all the rest of a page's beginning.
    const sentence = shown.hidden
      ? ''
      : say(left < 0 ? 'over' : 'left', { count: Math.abs(left).toLocaleString(language()) })
    shown.textContent = sentence
    shown.classList.toggle('text-accent', left < 0)
    shown.classList.toggle('text-quiet', left >= 0)
    const step = stepOf(left, near)
    clearTimeout(timer)
    if (step === said) return
    timer = setTimeout(() => {
      said = step
      if (step !== null) announce(host, sentence)
    }, calmMs)
  }

  for (const changed of ['input', 'tribune:text'])
    box.addEventListener(changed, () => count(counter), { signal })
  signal.addEventListener('abort', () => clearTimeout(timer))
  count(counter)
}
