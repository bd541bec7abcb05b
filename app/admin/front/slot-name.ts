import { say } from '@/messages/say'
import type { Slot } from './typed-arrangement'

/** What a place of the front page is called. */
export function slotName(slot: Slot): string {
  const [kind, number = ''] = slot.split('-')
  if (kind === 'lead') return say('arrange.lead')
  return kind === 'second' ? say('arrange.second', { number }) : say('arrange.brief', { number })
}
