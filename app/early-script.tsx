import { headers } from 'next/headers'

/** A few lines of a private page's own that run before any of its programs has come. */
export async function EarlyScript({ code }: { code: string }) {
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1]
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: code }} />
}
