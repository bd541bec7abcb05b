import { inTransaction } from '@/lib/db'
import { bumpTopics, topics } from '@/lib/topics'
import type { Profile } from '@/prisma/generated/enums'

/** Opens or closes one's profile: a closed one shows the name and no list of comments. It is so at once. */
export async function chooseProfile(viewer: { id: number }, profile: Profile): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.reader.update({ where: { id: viewer.id }, data: { profile }, select: { id: true } })
    await bumpTopics(tx, [topics.reader(viewer.id)])
  })
}
