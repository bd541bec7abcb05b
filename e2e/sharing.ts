import { z } from 'zod'
import type { Head } from './head-of'

/**
 * What is wrong with what a page says where it is shared: The Open Graph protocol (ogp.me), whose own schema is RDF that
 * nobody keeps a validator for, and what X takes from it. Said here in full, so that a name that is none is a fault as well.
 */
export function sharingFaults({ metas }: Head): string[] {
  const own = metas.filter(({ name }) => /^(?:og|article|profile|twitter):/.test(name))
  const said: Record<string, string | string[]> = {}
  for (const { name, content } of own) {
    if (many.has(name)) said[name] = [...(said[name] ?? []), content]
    else if (name in said) return [`${name} is said twice`]
    else said[name] = content
  }
  const { error } = shape.safeParse(said)
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

/** Arrays, in the protocol's words. */
const many = new Set(['article:author', 'article:tag'])

const words = z.string().trim().min(1)
const pixels = z.string().regex(/^[1-9]\d*$/)
const everywhere = {
  'og:title': words,
  'og:url': z.url(),
  'og:site_name': words,
  'og:locale': z
    .string()
    .regex(/^[a-z]{2,3}_[A-Z]{2}$/)
    .optional(),
  'og:description': words.optional(),
  'og:image': z.url(),
  'og:image:width': pixels,
  'og:image:height': pixels,
  'og:image:alt': words,
  'og:image:type': z.literal('image/png'),
  'twitter:title': words.optional(),
  'twitter:description': words.optional(),
  'twitter:image': z.url().optional(),
  'twitter:image:alt': words.optional(),
  'twitter:image:type': z.literal('image/png').optional(),
  'twitter:image:width': pixels.optional(),
  'twitter:image:height': pixels.optional(),
  'twitter:card': z.literal('summary_large_image'),
}
const instant = z.iso.datetime({ offset: true })

const shape = z.discriminatedUnion('og:type', [
  z.strictObject({ ...everywhere, 'og:type': z.literal('website') }),
  z.strictObject({ ...everywhere, 'og:type': z.literal('profile') }),
  z.strictObject({
    ...everywhere,
    'og:type': z.literal('article'),
    'article:published_time': instant,
    'article:modified_time': instant,
    'article:author': z.array(z.url()).optional(),
    'article:section': words,
    'article:tag': z.array(words).optional(),
  }),
])
