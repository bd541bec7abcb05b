import { Difference } from '@/components/difference'
import type { QueueItem as Item } from '@/lib/moderation/queries'
import type { QueuePlace } from '@/lib/moderation/queue-place'
import { factsOf } from './item-facts'
import { ItemView, type ItemWords } from './item-view'
import type { TypedDecision } from './typed-decision'

type Props = {
  item: Item
  place: QueuePlace
  words: ItemWords
  rules: readonly { code: string; reason: string }[]
  now: Date
  typed: TypedDecision | null
}

/** One comment of the queue, said in the page's language. */
export function QueueItem({ item, place, words, rules, now, typed }: Props) {
  const { earlierPublicSource: before, source } = item
  return (
    <ItemView
      facts={factsOf(item, place, rules, now)}
      words={words}
      rules={rules}
      typed={typed?.commentId === item.id ? typed : null}
      difference={before === null ? null : <Difference before={before} after={source} />}
    />
  )
}
