import { env } from '@/lib/env'
import { type Preview, readPreview, writePreview } from './preview-link'

/** What a link shows; null when it is none, or its time is over. */
export function previewOf(token: string, now: Date): Preview | null {
  return readPreview(token, secret(), now)
}

/** Where a preview is found. */
export function previewPath(preview: Preview): string {
  return `/preview/${writePreview(preview, secret())}`
}

function secret(): string {
  const { AUTH_SECRET } = env()
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is settled before the site serves')
  return AUTH_SECRET
}
