import type { Chance } from './chance'
import { syllables } from './words'

const size = 30_000

/** Made-up words that read as such, each once. */
export function syllableWords(chance: Chance): string[] {
  const words = new Set<string>()
  while (words.size < size) {
    const length = 2 + Math.floor(3 * chance())
    words.add(Array.from({ length }, () => syllables[Math.floor(syllables.length * chance())] ?? '').join(''))
  }
  return [...words]
}
