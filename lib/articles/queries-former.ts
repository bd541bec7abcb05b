import { db } from '@/lib/db'

export type Moved = 'section' | 'author' | 'tag'

/** What a section or an author that was called so in its address is called now, or what a tag was merged into; null where none was. */
export async function findByFormerSlug(what: Moved, slug: string): Promise<string | null> {
  if (what === 'section') {
    const found = await db().formerSectionSlug.findUnique({
      where: { slug },
      select: { section: { select: { slug: true } } },
    })
    return found?.section.slug ?? null
  }
  if (what === 'tag') return findStandingTag(slug)
  const found = await db().formerAuthorSlug.findUnique({
    where: { slug },
    select: { author: { select: { slug: true } } },
  })
  return found?.author.slug ?? null
}

async function findStandingTag(slug: string): Promise<string | null> {
  const [row] = await db().$queryRaw<{ slug: string }[]>`
    select t.slug from tags_of(array[${slug}]) standing join "Tag" t on t.id = standing where t.slug <> ${slug}`
  return row?.slug ?? null
}
