import { db } from '@/lib/db'

const mostShown = 10

/** What the newsroom wrote to a reader, the last first. Who of it is not said. */
export async function listMessages(viewer: {
  id: number
}): Promise<{ id: number; text: string; createdAt: Date }[]> {
  const messages = await db().staffAction.findMany({
    where: { readerId: viewer.id, kind: 'messaged' },
    orderBy: { id: 'desc' },
    take: mostShown,
    select: { id: true, note: true, createdAt: true },
  })
  return messages.map(({ id, note, createdAt }) => ({ id, text: note ?? '', createdAt }))
}
