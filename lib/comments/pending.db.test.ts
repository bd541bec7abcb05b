import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { db } from '@/lib/db'
import { dropKeptText, findKeptText, keepText, placeFor, type TextPurpose } from './pending'

const database = useTestDatabase({ RATE_LIMITS: 'default' })

const noon = new Date('2026-03-02T12:00:00Z')
const day = 86_400_000
let addresses = 0

test('a text is kept for a day, and then it is gone', async () => {
  const text = { articleId: 7, parentId: 3, commentId: null, about: null, body: 'To be posted later.' }
  const kept = await keepText(text, { now: noon, address: newAddress() })
  expect(kept?.expiresAt).toEqual(after(day))
  expect(await findKeptText(kept?.key ?? '', after(day - 1))).toEqual({ ...text, readerId: null })
  expect(await findKeptText(kept?.key ?? '', after(day))).toBeNull()
})

test('only its key opens it', async () => {
  const { key } = await keep('Nobody else’s business.')
  const other = await keep('Another text.')
  expect(key).toMatch(/^[\w-]{43}$/)
  expect(other.key).not.toBe(key)
  expect((await findKeptText(other.key, noon))?.body).toBe('Another text.')
  for (const wrong of ['', key.slice(1), key.toUpperCase(), `${key} `, '%'])
    expect(await findKeptText(wrong, noon)).toBeNull()
})

test('whoever reads the database finds neither a key nor an address', async () => {
  const address = '198.51.100.77'
  const { key } = await keep('Words.', address)
  const { rows } = await database.pool.query(
    `select row_to_json(p)::text as row from "PendingComment" p union all select key from "Pace"`,
  )
  const all = JSON.stringify(rows)
  expect(all).toContain('Words.')
  expect(all).not.toContain(key)
  expect(all).not.toContain(address)
})

test.each([
  ['markup', '<script>alert(1)</script>'],
  ['quotes and statements', `'); drop table "PendingComment"; --`],
  ['white space at its ends', '  \r\n\ttext \r\n'],
  ['marks nobody sees', '\u202etxet\u202c \u200b'],
  ['families of emoji', '👩‍👩‍👧‍👦 🏳️‍🌈'],
  ['the character that stands for lost ones', 'lost \ufffd'],
  ['blanks alone', '   '],
])('%s come back as they were typed', async (_what, body) => {
  expect(await roundTrip(body)).toBe(body)
})

test('what no database can hold comes back as lost, for its writer to see', async () => {
  expect(await roundTrip('a\0b')).toBe('a\ufffdb')
  expect(await roundTrip('half \ud83d of one')).toBe('half \ufffd of one')
})

test('there is nothing to keep of nothing', async () => {
  expect(
    await keepText(
      { articleId: 7, parentId: null, commentId: null, about: null, body: '' },
      { now: noon, address: newAddress() },
    ),
  ).toBeNull()
})

test('any text up to 64 KiB comes back whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.nat(200),
      async (text, times) => {
        const body = text.repeat(times + 1)
        fc.pre(Buffer.byteLength(body) <= 65_536)
        expect(await roundTrip(body)).toBe(body)
      },
    ),
    { numRuns: 30 },
  )
})

test.each(['a', 'é', '東', '🐋'])(
  'of a longer text of %s as much is kept as fits, ending between characters',
  async (character) => {
    for (const before of ['', 'a', 'aa', 'aaa']) {
      const fits = Math.floor((65_536 - before.length) / Buffer.byteLength(character))
      expect((await roundTrip(before + character.repeat(70_000))) === before + character.repeat(fits)).toBe(
        true,
      )
    }
  },
)

test('of a correction as much is kept as an article may be long; of a form that is longer nothing, for a part is no use', async () => {
  const long = 'é'.repeat(393_216)
  expect(await keptFor('correction', long)).toBe(long)
  expect(await keptFor('correction', `${long}a`)).toBeNull()
  expect(await keptFor('redaction', 'a'.repeat(65_536))).toHaveLength(65_536)
  expect(await keptFor('redaction', 'a'.repeat(65_537))).toBeNull()
  // An appeal is words, as a comment is.
  expect(await keptFor('appeal', 'a'.repeat(65_537))).toHaveLength(65_536)
})

test('a longer text begins as it was typed, with a byte order mark as well', async () => {
  const kept = await roundTrip(`\ufeff${'a'.repeat(70_000)}`)
  expect(kept.codePointAt(0)).toBe(0xfeff)
})

test('an address keeps forty texts in a row, and another when a minute is over', async () => {
  const [address, other] = [newAddress(), newAddress()]
  const keeping = (seconds: number, from = address) =>
    keepText(
      { articleId: 7, parentId: null, commentId: null, about: null, body: 'Again.' },
      { now: after(seconds * 1000), address: from },
    )
  for (let kept = 0; kept < 40; kept += 1) expect(await keeping(0)).not.toBeNull()
  expect(await keeping(0)).toBeNull()
  expect(await keeping(59)).toBeNull()
  expect(await keeping(59, other)).not.toBeNull()
  expect(await keeping(60)).not.toBeNull()
})

test('of fifty texts at once from one address forty are kept', async () => {
  const address = newAddress()
  const kept = await Promise.all(
    Array.from({ length: 50 }, () =>
      keepText(
        { articleId: 7, parentId: null, commentId: null, about: null, body: 'At once.' },
        { now: noon, address },
      ),
    ),
  )
  expect(kept.filter(Boolean)).toHaveLength(40)
  expect(await db().pendingComment.count({ where: { body: 'At once.' } })).toBe(40)
})

test('a text that was let go is gone, and letting it go again is fine', async () => {
  const [gone, other] = [await keep('Let go.'), await keep('Kept.')]
  await dropKeptText(gone.key)
  await dropKeptText(gone.key)
  expect(await findKeptText(gone.key, noon)).toBeNull()
  expect(await findKeptText(other.key, noon)).not.toBeNull()
})

async function keep(body: string, address = newAddress()) {
  const kept = await keepText(
    { articleId: 7, parentId: null, commentId: null, about: null, body },
    { now: noon, address },
  )
  if (!kept) throw new Error('the text was not kept')
  return kept
}

/** What comes back of a text that was kept for something; null where it was not kept. */
async function keptFor(purpose: TextPurpose, body: string): Promise<string | null> {
  const text = { ...placeFor(purpose, 7), body, about: null }
  const kept = await keepText(text, { now: noon, address: newAddress() })
  return kept && ((await findKeptText(kept.key, noon))?.body ?? null)
}

async function roundTrip(body: string): Promise<string> {
  const { key } = await keep(body)
  return (await findKeptText(key, noon))?.body ?? ''
}

function newAddress(): string {
  addresses += 1
  return `2001:db8::${addresses.toString(16)}`
}

function after(milliseconds: number): Date {
  return new Date(noon.getTime() + milliseconds)
}
