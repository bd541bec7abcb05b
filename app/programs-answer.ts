import { site } from '@/lib/site'

/** What programs read (documents/machine-routes.ts): kept as it is, under what it says it is. */
export function forPrograms(type: string, text: string): Response {
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } })
}

export function notThere(): Response {
  return new Response(null, { status: 404 })
}

/** It has this address now. */
export function ledTo(path: string): Response {
  return new Response(null, { status: 308, headers: { location: new URL(path, site().url).href } })
}
