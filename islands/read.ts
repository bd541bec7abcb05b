import { keepInList, ownList } from './own-list'
import { countedWords, sayer } from './parts'

/** What somebody read of an article on this device: each paragraph by its id, with a number made of its words. */
type Read = [article: string, version: string | null, words: Record<string, number>]

const key = 'tribune.read'
const mostRead = 50

/** Marks the paragraphs that changed since this device last showed the article, says how many, and leads to the first. */
export function enhanceRead(host: HTMLElement, signal: AbortSignal): void {
  const article = host.getAttribute('article') ?? ''
  const version = host.getAttribute('version')
  const blocks = [...host.querySelectorAll(':scope > [id]')]
  const words = Object.fromEntries(blocks.map((block) => [block.id, numberOf(block.textContent)]))
  const keep = () => keepInList(key, [article, version, words] satisfies Read, mostRead)
  const [, seen, before = {}] = ownList<Read>(key).find(([each]) => each === article) ?? []
  // Until the reader turns away they may want to find what is marked.
  document.addEventListener('visibilitychange', keep, { signal })
  if (seen === undefined || seen === version) {
    keep()
    return
  }
  const changed = blocks.filter(({ id }) => before[id] !== words[id])
  for (const block of changed) block.setAttribute('data-changed', sayer(host)('changed'))
  const count = changed.length + Object.keys(before).filter((id) => !(id in words)).length
  const link = document.querySelector<HTMLAnchorElement>('a[data-changes]')
  if (!link || count === 0) return
  if (changed[0]) link.href = `#${changed[0].id}`
  link.textContent = countedWords(host, 'changed', count)
}

function numberOf(text: string): number {
  let number = 0
  for (const letter of text) number = (number * 31 + (letter.codePointAt(0) ?? 0)) | 0
  return number
}
