import { sanctionReader } from '@/lib/moderation/commands-sanction'
import type { Viewer } from '@/lib/readers/viewer'
import { type Listed, listed } from './listed'
import {
  givenAppeal,
  givenArticle,
  givenComment,
  givenDecision,
  givenModerator,
  givenPublished,
  givenReader,
} from './newsroom'

/** What is written wherever a page shows somebody's words. */
export type Words = { headline?: string; body?: string; appeal?: string }

/** For who is not signed in, and yet private. */
export const doors: Listed[] = listed(['/sign-in', '/sign-up'])

/** Every page of a reader: with comments in every state, an appeal, a sanction, and somebody else's comment. */
export async function readerAddresses(
  reader: Viewer,
  { headline, body, appeal }: Words = {},
): Promise<Listed[]> {
  const article = await givenArticle(headline ? { headline } : {})
  const written = (ending: string) => (body ? { body: `${body}${ending}` } : {})
  const held = await givenComment(reader, article, written('?held'))
  const refused = await givenComment(reader, article, written('?refused'))
  await givenDecision(refused.id, 'spam')
  const shown = await givenPublished(reader, article, written('?shown'))
  const others = await givenPublished(await givenReader(), article, written('?others'))
  const appealed = await givenAppeal(reader, {
    ...written('?appealed'),
    ...(appeal ? { words: appeal } : {}),
  })
  const sanction = await givenSanction(reader, appeal ?? 'Sleep on it.')
  return [
    ...listed(['/account', '/account/sessions', `/news/${article.id}/report-error`]),
    ...listed([
      ...[`/comments/${held.id}/receipt`, `/comments/${held.id}/edit`],
      ...[`/comments/${refused.id}/receipt`, `/comments/${refused.id}/appeal`],
      `/comments/${appealed.id}/receipt`,
      `/comments/new?article=${article.id}&parent=${shown.id}`,
    ]),
    ...listed(
      [
        ...['/account/comments', '/account/privacy', '/account/saved', '/account/muted', '/sign-out'],
        `/comments/new?article=${article.id}&about=1`,
        ...['receipt', 'delete'].map((verb) => `/comments/${shown.id}/${verb}`),
        ...['report', 'more'].map((verb) => `/comments/${others.id}/${verb}`),
        `/account/sanctions/${sanction}/appeal`,
      ],
      { atLength: true },
    ),
  ]
}

/** Something in force that stops nobody from writing. */
async function givenSanction(reader: Viewer, words: string): Promise<number> {
  const sanction = {
    readerId: reader.id,
    kind: 'review',
    reason: 'insult',
    words,
    until: null,
    minutes: null,
  } as const
  const laid = await sanctionReader(await givenModerator(), sanction, new Date())
  if (!laid.ok) throw new Error(laid.error)
  return laid.value.id
}
