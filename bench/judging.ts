import type { Reader } from '@/e2e/process/session'
import { postComment } from '@/lib/comments/commands'
import { listInForce } from '@/lib/comments/queries-house-lists'
import { db } from '@/lib/db'
import { adoptList, proposeList } from '@/lib/moderation/commands-lists'
import { isModerator } from '@/lib/readers/viewer'
import { bodyOf } from './bodies'
import { asViewer } from './desk'

// The first comments find everything cold.
const cold = 20

/** Judges and writes comments under lists of 5,000 words and phrases and as many hosts. */
export async function timeJudging(moderator: Reader, articleId: number, times: number): Promise<number[]> {
  const editor = asViewer(moderator, 'editor')
  if (!isModerator(editor)) throw new Error('not an editor')
  const words = Array.from({ length: 5_000 }, (_, index) => `forbidden${index.toString(36)} phrase ${index}`)
  const hosts = words.map((_, index) => `host${index}.example`)
  const typed = { words: words.join('\n'), hosts: hosts.join('\n'), allowed: '' }
  const proposed = await proposeList(editor, typed, new Date())
  if (!proposed.ok) throw new Error(proposed.error)
  // A database that was kept has one from the time before.
  const inForce = await listInForce()
  const adopted = await adoptList(editor, { id: proposed.value.id, inForce }, new Date())
  if (!adopted.ok) throw new Error(adopted.error)
  const readers = await db().reader.findMany({
    where: { role: 'reader', approvedCount: { gte: 2 } },
    take: 50,
    select: { id: true, name: true, approvedCount: true },
  })
  // Said again within ten minutes it would be a double press, on a database that was kept.
  const first = Date.now() % 1_000_000_000
  const measured: number[] = []
  for (let index = 0; index < times + cold; index += 1) {
    const reader = readers[index % readers.length]
    if (!reader) throw new Error('nobody is known')
    const writer = {
      ...asViewer({ ...reader, email: '', cookie: '' }, 'reader'),
      approvedCount: reader.approvedCount,
    }
    const body = bodyOf(first + index)
    const began = performance.now()
    const posted = await postComment(writer, { articleId, parentId: null, body, key: null }, new Date())
    if (!posted.ok) throw new Error(posted.error)
    if (index >= cold) measured.push(performance.now() - began)
  }
  return measured
}
