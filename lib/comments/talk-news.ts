import type { TalkEventKind } from './counters'

/** What an open page is told of one event, in the words of `data:`. */
export type TalkNews = {
  kind: TalkEventKind
  id: number
  parent: number | null
  root: number | null
  recommends: number
  /** How many comments there are, in the site's words. */
  total: string
}
