import { db } from '@/lib/db'
import type { Editor } from '@/lib/readers/viewer'

/** After this long without a word from a browser its page counts as closed: three times as long as it waits between two. */
export const presentSeconds = 45

export type Present = { id: number; name: string }

/** Says that somebody has an article open, and who else has. */
export async function markPresent(editor: Editor, articleId: number, now: Date): Promise<Present[]> {
  await db().$executeRaw`
    insert into "DraftPresence" ("articleId", "readerId", "seenAt")
    select a.id, ${editor.id}, ${now}::timestamptz from "Article" a where a.id = ${articleId}
    on conflict ("articleId", "readerId") do update set "seenAt" = greatest("DraftPresence"."seenAt", excluded."seenAt")`
  return listPresent(editor, articleId, now)
}

/** Says that somebody has closed it. */
export async function markAbsent(editor: Editor, articleId: number): Promise<void> {
  await db().draftPresence.deleteMany({ where: { articleId, readerId: editor.id } })
}

/** Who else has an article open. */
export async function listPresent(editor: Editor, articleId: number, now: Date): Promise<Present[]> {
  const since = new Date(now.getTime() - presentSeconds * 1000)
  const rows = await db().draftPresence.findMany({
    where: { articleId, readerId: { not: editor.id }, seenAt: { gt: since } },
    orderBy: { readerId: 'asc' },
    select: { reader: { select: { id: true, name: true } } },
  })
  return rows.map(({ reader }) => reader)
}
