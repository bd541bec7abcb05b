import { z } from 'zod'
import type { S3Place } from './picture-store-s3'

/** Where originals of pictures are kept, if not in the data directory. */
export const pictureVariables = {
  PICTURES_S3_ENDPOINT: z
    .string()
    .refine(
      (value) => /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).username === '',
      'must be an http:// or https:// address without a user or password',
    )
    .transform((value) => new URL(value))
    .optional(),
  PICTURES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  PICTURES_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'must be the name of a region')
    .default('auto'),
  PICTURES_S3_KEY_ID: z.string().min(1).optional(),
  PICTURES_S3_SECRET: z.string().min(1).optional(),
}

const together = ['PICTURES_S3_ENDPOINT', 'PICTURES_S3_BUCKET', 'PICTURES_S3_KEY_ID', 'PICTURES_S3_SECRET']

/** All four of a bucket, or none. */
export function pictureProblems(given: Record<string, string | undefined>): string[] {
  const first = together.find((name) => given[name])
  return first
    ? together.filter((name) => !given[name]).map((name) => `${name}: is missing: it goes with ${first}`)
    : []
}

type Given = {
  PICTURES_S3_ENDPOINT?: URL | undefined
  PICTURES_S3_BUCKET?: string | undefined
  PICTURES_S3_REGION: string
  PICTURES_S3_KEY_ID?: string | undefined
  PICTURES_S3_SECRET?: string | undefined
}

/** The bucket that is configured, if one is. */
export function bucketOf(given: Given): S3Place | null {
  const { PICTURES_S3_ENDPOINT: endpoint, PICTURES_S3_BUCKET: bucket, PICTURES_S3_REGION: region } = given
  const { PICTURES_S3_KEY_ID: keyId, PICTURES_S3_SECRET: secret } = given
  return endpoint && bucket && keyId && secret ? { endpoint, bucket, region, keyId, secret } : null
}
