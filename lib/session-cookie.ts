/** Names the cookie of a signed-in browser. A `__Host-` cookie cannot be set by a neighbouring subdomain, but needs https. */
export function sessionCookieName(siteUrl: URL): string {
  return siteUrl.protocol === 'https:' ? '__Host-tribune.session' : 'tribune.session'
}
