import { z } from 'zod'

const address = z
  .string()
  .refine(isPlainAddress, 'must be an http:// or https:// address without a user or password')
  .transform((value) => new URL(value))
const secret = z.string().min(16, 'must have at least 16 characters')

/** What the newsroom is told outside of the house, and the check that it runs itself. */
export const outgoing = {
  SMTP_URL: z
    .string()
    .refine(
      (value) => /^smtps?:\/\//.test(value) && URL.canParse(value) && new URL(value).hostname !== '',
      'must be an smtp:// or smtps:// address',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(isSender, 'must be an email address, or a name with one: Tribune <desk@example.org>')
    .optional(),
  ALERT_MAIL: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine(
      (list) => list.every((each) => z.email().safeParse(each).success),
      'must be email addresses, separated by commas',
    ),
  ALERT_WEBHOOK_URL: address.optional(),
  ALERT_WEBHOOK_SECRET: secret.optional(),
  WEBSUB_HUB: address.optional(),
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, 'must have 8 to 128 letters, digits and hyphens')
    .optional(),
  INDEXNOW_URL: address.default(new URL('https://api.indexnow.org/indexnow')),
  SECURITY_CONTACT: z
    .string()
    .refine(
      (value) => /^(mailto:|https:\/\/|tel:)/.test(value) && URL.canParse(value),
      'must be a mailto:, https:// or tel: address',
    )
    .optional(),
  CHECK_URL: address.optional(),
  CHECK_SECRET: secret.optional(),
  CHECK_TIMEOUT_MS: z
    .string()
    .refine(
      (text) => /^[1-9]\d{1,3}$/.test(text) && Number(text) >= 50 && Number(text) <= 5000,
      'must be milliseconds from 50 to 5000',
    )
    .transform(Number)
    .default(800),
  CHECK_ON_FAILURE: z.enum(['hold', 'publish']).default('hold'),
  CHECK_ALLOW_PRIVATE: z
    .enum(['0', '1'])
    .transform((value) => value === '1')
    .default(false),
}

/** What is wrong between them. */
export function outgoingProblems(given: Record<string, string | undefined>): string[] {
  const needs = [
    ['ALERT_MAIL', 'SMTP_URL'],
    ['ALERT_MAIL', 'MAIL_FROM'],
    ['ALERT_WEBHOOK_URL', 'ALERT_WEBHOOK_SECRET'],
    ['CHECK_URL', 'CHECK_SECRET'],
  ] as const
  return needs
    .filter(([name, needed]) => given[name] && !given[needed])
    .map(([name, needed]) => `${needed}: is missing: it goes with ${name}`)
}

function isPlainAddress(value: string): boolean {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return false
  const { username, password } = new URL(value)
  return username === '' && password === ''
}

function isSender(value: string): boolean {
  const named = /^[^<>\r\n]{1,80}<([^<>\s]+)>$/.exec(value.trim())
  return z.email().safeParse(named?.[1] ?? value.trim()).success
}
