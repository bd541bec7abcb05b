import { db } from '@/lib/db'

/** What a section or an author that was called so in its address is called now; null where none was. */
export async function findByFormerSlug(what: 'section' | 'author', slug: string): Promise<string | null> {
  if (what === 'section') {
    const found = await db().formerSectionSlug.findUnique({
      where: { slug },
      select: { section: { select: { slug: true } } },
    })
    return found?.section.slug ?? null
  }
  const found = await db().formerAuthorSlug.findUnique({
    where: { slug },
    select: { author: { select: { slug: true } } },
  })
  return found?.author.slug ?? null
}
