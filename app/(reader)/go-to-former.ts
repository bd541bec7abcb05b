import { notFound, permanentRedirect } from 'next/navigation'
import { findByFormerSlug, type Moved } from '@/lib/articles/queries-former'

/** Leads from an address that something had to the one it has; where nothing had it, there is nothing. */
export async function goToFormer(what: Moved, slug: string): Promise<never> {
  const now = await findByFormerSlug(what, slug)
  if (now === null) notFound()
  permanentRedirect(`/${what}/${encodeURIComponent(now)}`)
}
