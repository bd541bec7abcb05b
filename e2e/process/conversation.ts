import { db } from '@/lib/db'
import type { Send } from './send'

/** A conversation as somebody without an account reads it, page by page: words by comment id, null where it is gone. */
export type Conversation = { count: string; words: Map<number, string | null> }

/** Reads an article's conversation from its public documents to the last page of the last branch. */
export async function readConversation(send: Send, articleId: number): Promise<Conversation> {
  const words = new Map<number, string | null>()
  const pages = [`/news/${articleId}/comments?sort=oldest`]
  for (let path = pages.shift(); path; path = pages.shift()) {
    const html = await readPage(send, path)
    for (const [id, text] of commentsIn(html)) words.set(id, text)
    const inBranch = path.startsWith('/comments/')
    for (const [, href = ''] of html.matchAll(/<a [^>]*?href="(\/comments\/\d+\/replies)"/g))
      if (!inBranch) pages.push(href)
    for (const [tag] of html.matchAll(/<a [^>]*?rel="next"[^>]*>/g))
      pages.push(decode(/href="([^"]*)"/.exec(tag)?.[1] ?? ''))
  }
  return { count: await readCount(send, articleId), words }
}

/** The same conversation as the database has it. */
export async function storedConversation(articleId: number): Promise<Conversation> {
  const rows = await db().$queryRaw<{ id: number; source: string | null }[]>`
    select p.id, r.source from "PublicComment" p join "Comment" c on c.id = p.id left join "Revision" r on r.id = c."publicRevisionId"
    where p."articleId" = ${articleId}`
  const shown = rows.filter(({ source }) => source !== null).length
  const count =
    shown === 0 ? 'No comments yet' : shown === 1 ? '1 comment' : `${shown.toLocaleString('en')} comments`
  return {
    count,
    words: new Map(rows.map(({ id, source }) => [id, source === null ? null : evened(source)])),
  }
}

/** Where two accounts of one conversation differ, a line each. */
export function differences(articleId: number, read: Conversation, stored: Conversation): string[] {
  const ids = new Set([...read.words.keys(), ...stored.words.keys()])
  const lines = [...ids]
    .filter((id) => read.words.get(id) !== stored.words.get(id))
    .map((id) => `${articleId}, comment ${id}: read ${read.words.get(id)}, stored ${stored.words.get(id)}`)
  if (read.count !== stored.count)
    lines.push(`${articleId}: printed “${read.count}”, stored “${stored.count}”`)
  return lines
}

/** What the article's own page prints under its conversation's heading. */
async function readCount(send: Send, articleId: number): Promise<string> {
  const html = await readPage(send, `/news/${articleId}`)
  return /(No comments yet|[\d,]+ comments?)\b/.exec(html.slice(html.indexOf('id="talk"')))?.[1] ?? ''
}

async function readPage(send: Send, path: string): Promise<string> {
  const answer = await send({ path })
  if (answer.status === 308 && answer.headers.location) return readPage(send, answer.headers.location)
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`)
  return answer.body
}

function commentsIn(html: string): [number, string | null][] {
  const [, ...parts] = html.split('<article id="comment-')
  return parts.map((part) => {
    const id = Number.parseInt(part, 10)
    const inside = part.slice(0, part.indexOf('</article>'))
    const header = inside.indexOf('</header>')
    return [id, header < 0 ? null : textOf(inside.slice(header).split('<footer')[0] ?? '')]
  })
}

function textOf(html: string): string {
  return evened(
    decode(
      html
        .replaceAll(/<!--.*?-->/g, '')
        .replaceAll(/<br\/?>|<\/p>/g, ' ')
        .replaceAll(/<[^>]*>/g, ''),
    ),
  )
}

function evened(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#x27': "'", '#39': "'" }

function decode(html: string): string {
  return html.replaceAll(/&(lt|gt|quot|amp|#x27|#39);/g, (whole, name) => named[name] ?? whole)
}
