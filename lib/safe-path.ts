/** Where a person goes on after signing in: a path on this site, or the given one. Never another site's address. */
export function safePath(asked: string | null | undefined, otherwise: string): string {
  if (!asked || !/^\/(?![/\\])[^\s\\]*$/.test(asked) || asked.length > 500) return otherwise
  const url = new URL(asked, 'http://site.invalid')
  return url.origin === 'http://site.invalid' &&
    !url.pathname.startsWith('//') &&
    !url.pathname.startsWith('/api/')
    ? url.pathname + url.search + url.hash
    : otherwise
}
