import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** A request as it came over the wire, with the names of its headers in lower case. */
export type Signed = { method: string; url: string; headers: Record<string, string>; body: Buffer }
type Keys = { keyId: string; secret: string; region: string }

/**
 * What is wrong with a request's signature by AWS Signature Version 4 for S3; null where nothing is. Written from the
 * specification ("Authenticating Requests: Using the Authorization Header") and none of the code that signs: it asks
 * that host, Content-Type and every x-amz-* header be signed, and that the payload be what its hash says.
 */
export function wrongWith({ method, url, headers, body }: Signed, keys: Keys): string | null {
  const [, keyId, day = '', region = '', service, names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (keyId !== keys.keyId || region !== keys.region || service !== 's3') return 'the credential'
  const time = headers['x-amz-date'] ?? ''
  if (!/^\d{8}T\d{6}Z$/.test(time) || !time.startsWith(day)) return 'the time'
  const signed = names.split(';')
  const must = Object.keys(headers).filter((name) => /^(host|content-type|x-amz-.*)$/.test(name))
  if (must.some((name) => !signed.includes(name))) return 'a header that is not signed'
  if (names !== [...signed].sort().join(';')) return 'the order of the headers'
  const payload = headers['x-amz-content-sha256'] ?? ''
  if (payload !== sha256(body)) return 'the payload'
  const [path = '', query = ''] = url.split('?')
  const canonical = [
    ...[method, path, canonicalQuery(query)],
    ...signed.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    ...['', names, payload],
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (under, text) => hmac(under, text),
    Buffer.from(`AWS4${keys.secret}`),
  )
  return timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex')) ? null : 'the signature'
}

function canonicalQuery(query: string): string {
  if (query === '') return ''
  const pairs = query.split('&').map((pair) => (pair.includes('=') ? pair : `${pair}=`))
  return pairs.sort().join('&')
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex')
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
