import type { Transaction } from '@/lib/db'
import type { Block } from './body'
import { locate, paragraphsOf, searchable } from './passage'

// Newest first; past this many, older ones keep the place they had in the version they were found in.
const mostMoved = 5_000

/** Finds again, in an article's new version, what its readers' answers are about. A passage that is gone has no place. */
export async function moveAnchors(
  tx: Transaction,
  articleId: number,
  version: { id: number; body: Block[] },
): Promise<void> {
  const anchors = await tx.anchor.findMany({
    where: { articleId },
    orderBy: { commentId: 'desc' },
    take: mostMoved,
    select: { commentId: true, quote: true, prefix: true, suffix: true },
  })
  if (anchors.length === 0) return
  const paragraphs = searchable(paragraphsOf(version.body))
  // A whole paragraph is answered by many.
  const known = new Map<string, number | null>()
  const places = anchors.map(({ commentId, ...passage }) => {
    const key = JSON.stringify(passage)
    const place = known.has(key) ? known.get(key) : locate(paragraphs, passage)
    known.set(key, place ?? null)
    return { commentId, paragraph: place ?? null }
  })
  await tx.$executeRaw`
    update "Anchor" a set "versionId" = ${version.id}, paragraph = moved.paragraph
    from unnest(${places.map(({ commentId }) => commentId)}::int[], ${places.map(({ paragraph }) => paragraph ?? -1)}::int[]) as given("commentId", place)
    cross join lateral (select nullif(given.place, -1) as paragraph) moved
    where a."commentId" = given."commentId"`
}
