import { site } from '@/lib/site'
import { say } from '@/messages/say'
import type { Keeping } from './keep-draft'

export type KeeperWords = ReturnType<typeof keeperWords>

/** What the page says of what it keeps; the browser fills in `{…}`. */
export function keeperWords() {
  const keeping: Record<Keeping, string> = {
    still: say('writing.keeping.still'),
    typing: say('writing.keeping.typing'),
    saved: say('writing.keeping.saved', { time: '{time}' }),
    merged: say('writing.keeping.merged', { time: '{time}' }),
    restored: say('writing.keeping.restored'),
    away: say('writing.keeping.away'),
    'signed-out': say('writing.keeping.signed-out'),
    refused: say('writing.keeping.refused'),
  }
  return {
    ...{ keeping, language: site().language },
    others: say('writing.others', { names: '{names}' }),
    asides: say('writing.keeping.asides'),
  }
}
