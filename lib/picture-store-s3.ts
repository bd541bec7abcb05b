import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { PictureStore } from './picture-store'

/** A bucket of an S3-compatible service, asked by path: ENDPOINT/BUCKET/NAME. */
export type S3Place = {
  endpoint: URL
  bucket: string
  region: string
  keyId: string
  secret: string
}

const patienceMs = 20_000

/** Keeps pictures in a bucket. What the service refuses is thrown, with its status. */
export function s3Store({ endpoint, bucket, region, keyId, secret }: S3Place): PictureStore {
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    service: 's3',
    region,
    retries: 2,
  })
  const ask = async (name: string, init: RequestInit) => {
    const url = new URL(`${endpoint.pathname.replace(/\/$/, '')}/${bucket}/${name}`, endpoint)
    // Everything that is said is signed, and what is sent with it: a service takes no other bytes for them.
    return client.fetch(url.href, {
      ...init,
      signal: AbortSignal.timeout(patienceMs),
      aws: { allHeaders: true },
    })
  }
  return {
    async put(name, bytes, mediaType) {
      const headers = {
        'Content-Type': mediaType,
        'Content-Length': String(bytes.length),
        'X-Amz-Content-Sha256': hashOf(bytes),
      }
      const answer = await ask(name, { method: 'PUT', body: new Uint8Array(bytes), headers })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`the store answered ${answer.status} to PUT ${name}`)
    },
    async get(name) {
      const answer = await ask(name, { method: 'GET', headers: { 'X-Amz-Content-Sha256': hashOf('') } })
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (answer.status === 404) return null
      if (!answer.ok) throw new Error(`the store answered ${answer.status} to GET ${name}`)
      return bytes
    },
  }
}

function hashOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
