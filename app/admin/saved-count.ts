import { type CountedQueue, mostCounted } from '@/lib/moderation/queries-saved'
import { say } from '@/messages/say'

/** How much waits in a saved queue, as it stands at the side. */
export function savedCount({ count }: Pick<CountedQueue, 'count'>): string {
  return count > mostCounted ? say('desk.countedMost', { count: mostCounted }) : `${count}`
}
