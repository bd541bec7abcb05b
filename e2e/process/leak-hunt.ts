import { get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Channel, channels, type Hidden } from './leak-channels'
import type { Send } from './send'
import { shownWithinMs } from './until'

export type Lists = Pick<Hidden, 'tag' | 'author'>

export type Hunt = {
  /** The channels that say an article's word; of one that is not public also those that show its picture or its conversation. */
  leaks(article: Hidden, now?: 'hidden' | 'public'): Promise<string[]>
  /** Those of some channels that are not as they should be when the time for it is over. */
  settled(
    article: Hidden,
    isRight: (channel: Channel, says: boolean) => boolean,
    some?: (channel: Channel) => boolean,
  ): Promise<string[]>
  /** What everything says that is about no article of its own: lists, feeds, and what they count; those of a tag and an author if they are given. */
  told(lists?: Lists): Promise<Record<string, string>>
}

// Of nobody and nothing, today: where an address has something of an article in it, it is another's.
const nothing: Hidden = {
  ...{ id: 0, slug: '', commentId: 0, word: '', tag: '', author: '', handle: '' },
  day: new Date().toISOString().slice(0, 10),
  company: { before: { id: 0, slug: '' }, beside: { id: 0, slug: '' } },
}

/** Asks every channel of a site, as nobody or, where that tells more, as a reader with this cookie. */
export function hunt(send: Send, origin: string, cookie: string): Hunt {
  /** Whether an answer says the word anywhere, but for where whoever asks has said it themselves. */
  async function says(channel: Channel, article: Hidden): Promise<boolean> {
    const path = channel.path(article)
    if (channel.isStream) return opens(new URL(path, origin))
    const { status, headers, body } = await send({ path, ...(channel.asReader ? { cookie } : {}) })
    if (channel.isBytes) return status === 200
    const isAsked = path.includes(article.word)
    const text = isAsked
      ? body.replaceAll(new RegExp(`(?:value="|[?&](?:amp;)?q=|“|>)${article.word}`, 'g'), '')
      : body
    return text.includes(article.word) || (!isAsked && (headers.location ?? '').includes(article.word))
  }
  return {
    async leaks(article, now = 'hidden') {
      const found: string[] = []
      for (const [name, channel] of Object.entries(channels)) {
        if (now === 'public' && (channel.isBytes || channel.isStream)) continue
        if (await says(channel, article)) found.push(`${name}: ${channel.path(article)}`)
      }
      return found
    },
    async told(lists) {
      const said: Record<string, string> = {}
      const asked = { ...nothing, ...lists }
      for (const [name, { path, isBytes, isStream, asReader }] of Object.entries(channels)) {
        if (isBytes || isStream || asReader || isOfAnArticle(path, lists)) continue
        // The front says when it was made.
        said[name] = (await send({ path: path(asked) })).body.replaceAll(/dateTime="[^"]*"/g, '')
      }
      return said
    },
    async settled(article, isRight, some = () => true) {
      const until = Date.now() + shownWithinMs
      let wrong = Object.entries(channels).filter(([, channel]) => some(channel))
      while (wrong.length > 0 && Date.now() < until) {
        const left: typeof wrong = []
        for (const each of wrong) if (!isRight(each[1], await says(each[1], article))) left.push(each)
        wrong = left
        if (wrong.length > 0) await pause(100)
      }
      return wrong.map(([name, channel]) => `${name}: ${channel.path(article)}`)
    },
  }
}

/** Whether an address has anything of an article in it, but for the lists that are given. */
function isOfAnArticle(path: Channel['path'], lists: Lists | undefined): boolean {
  const other: Hidden = {
    ...nothing,
    ...{ id: 1, commentId: 1, word: 'w', tag: 't', author: 'a', handle: 'h' },
    company: { before: { id: 1, slug: 's' }, beside: { id: 1, slug: 's' } },
  }
  return path({ ...nothing, ...lists }) !== path({ ...other, ...lists })
}

/** Whether a stream opens: it would have no end. */
function opens(url: URL): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent: false }, (answer) => {
      resolve(answer.statusCode === 200)
      asked.destroy()
    })
    // Once it is answered, its end is ours.
    asked.on('error', reject)
  })
}
