import { expect, test } from 'vitest'
import { readEnv } from './env'
import { bucketOf, pictureProblems } from './env-pictures'

const whole = {
  PICTURES_S3_ENDPOINT: 'https://s3.example.org',
  PICTURES_S3_BUCKET: 'pictures',
  PICTURES_S3_KEY_ID: 'key',
  PICTURES_S3_SECRET: 'secret',
}

test('a bucket is configured whole or not at all', () => {
  expect(pictureProblems({})).toEqual([])
  expect(pictureProblems(whole)).toEqual([])
  for (const name of Object.keys(whole))
    expect(pictureProblems({ ...whole, [name]: undefined })).toEqual([
      expect.stringMatching(new RegExp(`^${name}: is missing`)),
    ])
  const given = {
    ...whole,
    PICTURES_S3_ENDPOINT: new URL(whole.PICTURES_S3_ENDPOINT),
    PICTURES_S3_REGION: 'auto',
  }
  expect(bucketOf(given)).toMatchObject({ bucket: 'pictures', region: 'auto', keyId: 'key' })
  expect(bucketOf({ PICTURES_S3_REGION: 'auto' })).toBeNull()
})

test.each([
  ['PICTURES_S3_ENDPOINT', 's3.example.org'],
  ['PICTURES_S3_ENDPOINT', 'https://key@s3.example.org'],
  ['PICTURES_S3_BUCKET', 'My Bucket'],
  ['PICTURES_S3_REGION', 'a b'],
])('%s=%s is told in one line', (name, value) => {
  const read = readEnv({ ...whole, [name]: value })
  expect(read.ok ? [] : read.problems).toEqual([expect.stringMatching(new RegExp(`^${name}: must be`))])
})
