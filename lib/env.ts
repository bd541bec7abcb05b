import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { outgoing, outgoingProblems } from './env-outgoing'
import { pictureProblems, pictureVariables } from './env-pictures'
import { shared } from './shared'
import { isTimeZone } from './site-time'

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const port = z
  .string()
  .refine((text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535, 'must be a port from 1 to 65535')
  .transform(Number)
const databaseUrl = z
  .string()
  .refine(
    (value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value),
    'must be a postgresql:// address',
  )

const schema = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    SITE_URL: z
      .string()
      .superRefine((value, context) => {
        const isAddress = /^https?:\/\//.test(value) && URL.canParse(value)
        if (!isAddress) context.addIssue('must be an http:// or https:// address')
        else if (new URL(value).href !== `${new URL(value).origin}/`)
          context.addIssue('must be only a scheme, a host and a port')
      })
      .optional(),
    SITE_NAME: z.string().trim().min(1).max(80).default('Tribune'),
    SITE_LANGUAGE: z.enum(['en']).default('en'),
    SITE_TIMEZONE: z.string().refine(isTimeZone, 'must be a time zone such as Europe/Berlin').default('UTC'),
    DATA_DIR: z.string().min(1).default('.data'),
    DOCUMENTS_DISK_MB: z
      .string()
      .regex(/^\d{1,7}$/, 'must be a number of megabytes, 0 for none')
      .default('512')
      .transform(Number),
    NGINX_FILES_DIR: z.string().startsWith('/', 'must be a whole path, from /').optional(),
    DATABASE_URL: databaseUrl.optional(),
    DATABASE_DIRECT_URL: databaseUrl.optional(),
    RATE_LIMITS: z.enum(['default', 'off']).default('default'),
    AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    ADMIN_EMAIL: z.email('must be an email address').optional(),
    ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform((list) => list.split(/[\s,]+/).filter(Boolean))
      .refine(
        (list) => list.every(isNetwork),
        'must be addresses or networks such as 10.0.0.0/8, separated by commas',
      ),
    PURGE_URL: z
      .string()
      .refine(isPurgeAddress, 'must be an http:// or https:// address without a user or password')
      .transform((value) => new URL(value))
      .optional(),
    PURGE_MAX_AGE: z
      .string()
      .refine(
        (text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 86_400,
        'must be seconds from 1 to 86400',
      )
      .transform(Number)
      .default(60),
    ...outgoing,
    ...pictureVariables,
    DEMO: flag.default(true),
    WEB_CONCURRENCY: z
      .string()
      .refine((text) => /^[1-9]\d?$/.test(text), 'must be a number of processes from 1 to 99')
      .transform(Number)
      .default(1),
  })
  .transform((env) => ({
    ...env,
    DATA_DIR: resolve(env.DATA_DIR),
    SITE_URL: new URL(env.SITE_URL ?? `http://localhost:${env.PORT}`),
  }))

export type Env = z.infer<typeof schema>

/** Every setting there is. */
export const variableNames = Object.keys(schema.in.shape)

/**
 * Reads the process's settings once, at the start. Empty values count as missing.
 * Refuses with one line per wrong or missing variable, each naming it.
 */
export function readEnv(
  variables: Record<string, string | undefined>,
): { ok: true; value: Env } | { ok: false; problems: string[] } {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  const alone = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []
  const problems = [...alone, ...togetherProblems(given)]
  return parsed.success && problems.length === 0 ? { ok: true, value: parsed.data } : { ok: false, problems }
}

/** What is wrong between variables: asked also when one alone is wrong, so that one start tells everything. */
function togetherProblems(given: Record<string, string | undefined>): string[] {
  const { DATABASE_URL, AUTH_SECRET, ADMIN_EMAIL, ADMIN_PASSWORD, RATE_LIMITS } = given
  const problems: string[] = []
  if (DATABASE_URL && !AUTH_SECRET) problems.push('AUTH_SECRET: is required with DATABASE_URL')
  if (ADMIN_EMAIL && !ADMIN_PASSWORD) problems.push('ADMIN_PASSWORD: is missing: it goes with ADMIN_EMAIL')
  if (ADMIN_PASSWORD && !ADMIN_EMAIL) problems.push('ADMIN_EMAIL: is missing: it goes with ADMIN_PASSWORD')
  if (given.NGINX_FILES_DIR && given.PURGE_URL)
    problems.push(
      'NGINX_FILES_DIR: does not go with PURGE_URL, whose answers differ from document to document',
    )
  if (RATE_LIMITS === 'off' && !onLoopback(given))
    problems.push('RATE_LIMITS: off is refused unless the site is on loopback (HOST and SITE_URL)')
  return [...problems, ...outgoingProblems(given), ...pictureProblems(given)]
}

/** The settings this process started with. Throws where none were read: a build, or a forgotten start. */
export function env(): Env {
  const { env } = shared()
  if (!env) throw new Error('the environment has not been read')
  return env
}

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/')
  const widest = isIP(address) === 4 ? 32 : 128
  const isWidth = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest)
  return isIP(address) !== 0 && isWidth && more.length === 0
}

function isPurgeAddress(value: string): boolean {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return false
  const { username, password } = new URL(value)
  return username === '' && password === ''
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]', '::1']

function onLoopback({ HOST = '127.0.0.1', SITE_URL }: Record<string, string | undefined>): boolean {
  const site = SITE_URL && URL.canParse(SITE_URL) ? new URL(SITE_URL).hostname : 'localhost'
  return loopbackHosts.includes(HOST) && loopbackHosts.includes(site)
}
