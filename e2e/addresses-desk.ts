import sharp from 'sharp'
import { db } from '@/lib/db'
import type { Words } from './addresses-private'
import type { SignedIn } from './fixtures'
import { type Listed, listed } from './listed'
import { givenAppeal, givenArticle, givenComment, givenPublished, givenReader, oneOfAKind } from './newsroom'

/** Every page of the desk that is about comments and readers, for an editor, with something on each. */
export async function moderationAddresses(editor: SignedIn, words: Words = {}): Promise<Listed[]> {
  const { headline, body, appeal } = words
  const written = (ending: string) => (body ? { body: `${body}${ending}` } : {})
  const author = await givenReader('reader', body ? { name: `${'W'.repeat(50)}${oneOfAKind()}` } : {})
  const article = await givenArticle(headline ? { headline } : {})
  const shown = await givenPublished(author, article, written('?shown'))
  const { id } = await givenComment(author, article, { ...written('?held'), parentId: shown.id })
  const { appealId } = await givenAppeal(author, {
    ...written('?appealed'),
    ...(appeal ? { words: appeal } : {}),
  })
  return [
    ...listed([
      ...['/admin', '/admin/queue', '/admin/queue?rule=newcomer', '/admin/queue?queue=new'],
      `/admin/queue?author=${author.id}`,
      ...[`/admin/comments/${id}`, `/admin/comments/${id}/redact`],
      ...['/admin/log', `/admin/log?comment=${id}&by=rules`, `/admin/appeals?after=${appealId - 1}`],
      ...['/admin/rules', '/admin/rules?begin=words', '/admin/rules/reasons', '/admin/rules/house'],
      ...[`/admin/settings?article=${article.id}`, '/admin/readers', `/admin/readers/${author.id}`],
    ]),
    ...listed([`/admin/readers/${editor.reader.id}`, '/admin/appeals'], { atLength: true }),
  ]
}

/** Every page of the desk that is about articles and the house, and the preview that it gives to others. */
export async function newsroomAddresses(editor: SignedIn, { headline }: Words = {}): Promise<Listed[]> {
  const { id } = await givenArticle(headline ? { headline } : {})
  const { id: author } = await db().author.findFirstOrThrow({ orderBy: { id: 'asc' }, select: { id: true } })
  return [
    ...listed([
      ...['/admin/articles', `/admin/articles/${id}`, `/admin/articles/${id}/preview`],
      ...[`/admin/articles/${id}/correct`, '/admin/articles/errors', '/admin/sections', '/admin/tags'],
      ...['/admin/authors', '/admin/pages', '/admin/pages/about', '/admin/pictures'],
      ...['/admin/front', '/admin/front?find=1&words=the', '/admin/insights'],
    ]),
    ...listed(
      [
        ...[`/admin/articles/${id}/receipt`, `/admin/authors/${author}`, '/admin/pages/rules'],
        ...['/admin/pictures?q=x&problem=kind', `/admin/pictures/${await givenPicture(editor)}`],
        await previewOf(editor, id),
      ],
      { atLength: true },
    ),
  ]
}

/** The first link for others that the desk offers. */
async function previewOf({ request }: SignedIn, id: number): Promise<string> {
  const page = await (await request.get(`/admin/articles/${id}/preview`)).text()
  const [link] = /\/preview\/[\w.-]+/.exec(page) ?? []
  if (!link) throw new Error(`the desk offers no preview of ${id}`)
  return link
}

/** A picture in the library, sent as a program sends one. */
async function givenPicture({ request }: SignedIn): Promise<number> {
  const { JOURNEYS_URL: origin = '' } = process.env
  const [r, g, b] = [0, 0, 0].map(() => Math.floor(Math.random() * 256))
  const plain = sharp({ create: { width: 900, height: 600, channels: 3, background: { r, g, b } } })
  const picture = { name: 'plain.jpg', mimeType: 'image/jpeg', buffer: await plain.jpeg().toBuffer() }
  const headers = { accept: 'application/json', origin }
  const added = await request.post('/api/admin/pictures', {
    headers,
    multipart: { picture, alt: 'A colour' },
  })
  if (!added.ok()) throw new Error(`the library did not take a picture: ${added.status()}`)
  return (await added.json()).id
}
