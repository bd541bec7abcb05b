// What TypeScript's own library does not know yet.
type Policy = { createHTML(html: string): string }
type Factory = { createPolicy(name: string, rules: Policy): Policy }
declare global {
  interface Window {
    trustedTypes?: Factory
  }
}

let policy: Policy | undefined

/** A page of this site, as a document in which nothing runs; null when it is not there. */
export async function fetchPage(path: string): Promise<Document | null> {
  const response = await fetch(path, { headers: { accept: 'text/html' }, cache: 'no-cache' })
  // Only the site's own pages are read: what a redirect led elsewhere is not.
  if (!response.ok || new URL(response.url).origin !== location.origin) return null
  policy ??= window.trustedTypes?.createPolicy('tribune', { createHTML: (html) => html })
  const html = await response.text()
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html')
}
