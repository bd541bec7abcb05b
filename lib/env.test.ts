import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEnv, variableNames } from './env'

const secret = 'thirty-two characters are enough'
const database = 'postgresql://tribune@db.example.org/tribune'

type Variables = Record<string, string | undefined>

function accepted(variables: Variables) {
  const read = readEnv({ NODE_ENV: 'test', ...variables })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.value
}

function problems(variables: Variables): string[] {
  const read = readEnv({ NODE_ENV: 'test', ...variables })
  return read.ok ? [] : read.problems
}

test('nothing set means a site of one’s own machine', () => {
  expect(accepted({})).toEqual({
    PORT: 3000,
    HOST: '127.0.0.1',
    SITE_URL: new URL('http://localhost:3000'),
    SITE_NAME: 'Tribune',
    SITE_LANGUAGE: 'en',
    SITE_TIMEZONE: 'UTC',
    DATA_DIR: resolve('.data'),
    DOCUMENTS_DISK_MB: 512,
    RATE_LIMITS: 'default',
    INDEXNOW_URL: new URL('https://api.indexnow.org/indexnow'),
    TRUSTED_PROXIES: [],
    WEB_CONCURRENCY: 1,
    PURGE_MAX_AGE: 60,
    PICTURES_S3_REGION: 'auto',
    ALERT_MAIL: [],
    CHECK_TIMEOUT_MS: 800,
    CHECK_ON_FAILURE: 'hold',
    CHECK_ALLOW_PRIVATE: false,
    DEMO: true,
  })
})

test('files for nginx have a whole path, and do not go with purges', () => {
  expect(accepted({ NGINX_FILES_DIR: '/run/tribune/pages' }).NGINX_FILES_DIR).toBe('/run/tribune/pages')
  expect(problems({ NGINX_FILES_DIR: 'pages' })).toEqual(['NGINX_FILES_DIR: must be a whole path, from /'])
  const both = { NGINX_FILES_DIR: '/run/pages', PURGE_URL: 'http://127.0.0.1/purge' }
  expect(problems(both)).toEqual([expect.stringMatching(/^NGINX_FILES_DIR: /)])
})

test('an empty value counts as missing', () => {
  expect(accepted({ PORT: '', SITE_NAME: '', DATABASE_URL: '', ADMIN_EMAIL: '' })).toEqual(accepted({}))
})

test('SITE_URL follows PORT unless it is given', () => {
  expect(accepted({ PORT: '8080' }).SITE_URL.href).toBe('http://localhost:8080/')
  expect(accepted({ PORT: '8080', SITE_URL: 'https://news.example.org' }).SITE_URL.href).toBe(
    'https://news.example.org/',
  )
})

test('lists and switches are read into what they mean', () => {
  expect(accepted({ TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2  ::1', DEMO: '0' })).toMatchObject({
    TRUSTED_PROXIES: ['10.0.0.1', '10.0.0.2', '::1'],
    DEMO: false,
  })
})

describe('a wrong value has one line that names it', () => {
  test.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '3000.5'],
    ['SITE_URL', 'news.example.org'],
    ['SITE_URL', 'ftp://news.example.org'],
    ['SITE_URL', 'https://news.example.org/paper'],
    ['SITE_NAME', '   '],
    ['SITE_NAME', 'x'.repeat(81)],
    ['SITE_LANGUAGE', 'tlh'],
    ['SITE_TIMEZONE', 'Mars/Olympus'],
    ['DATABASE_URL', 'mysql://db.example.org/tribune'],
    ['DATABASE_DIRECT_URL', 'postgresql//db.example.org'],
    ['RATE_LIMITS', 'none'],
    ['AUTH_SECRET', 'short'],
    ['DEMO', 'yes'],
    ['PURGE_URL', 'cache.example.org/purge'],
    ['PURGE_URL', 'ftp://cache.example.org/purge'],
    ['PURGE_URL', 'http://user:word@cache.example.org/purge'],
    ['PICTURES_S3_REGION', 'a b'],
    ['PURGE_MAX_AGE', '0'],
    ['PURGE_MAX_AGE', '86401'],
    ['PURGE_MAX_AGE', '1m'],
    ['SMTP_URL', 'mail.example.org:25'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'the desk'],
    ['MAIL_FROM', 'Tribune <desk@example.org>\r\nBcc: all@example.org'],
    ['ALERT_WEBHOOK_SECRET', 'short'],
    ['CHECK_URL', 'http://user:word@check.example.org'],
    ['CHECK_URL', 'file:///etc/passwd'],
    ['CHECK_TIMEOUT_MS', '49'],
    ['CHECK_TIMEOUT_MS', '5001'],
    ['CHECK_ON_FAILURE', 'reject'],
    ['CHECK_ALLOW_PRIVATE', 'yes'],
  ])('%s=%s', (name, value) => {
    const given = { AUTH_SECRET: secret, CHECK_SECRET: secret, [name]: value }
    expect(problems(given)).toEqual([expect.stringMatching(new RegExp(`^${name}: \\S`))])
  })

  test('and every wrong one is told, not the first alone', () => {
    expect(namesIn({ PORT: 'x', SITE_TIMEZONE: 'x', DEMO: 'x' })).toEqual(['PORT', 'SITE_TIMEZONE', 'DEMO'])
  })

  test('and what does not go together is told along with what is wrong by itself', () => {
    expect(namesIn({ PORT: 'x', DATABASE_URL: database })).toEqual(['PORT', 'AUTH_SECRET'])
  })
})

describe('what goes together', () => {
  test('a database of one’s own asks for a secret of one’s own', () => {
    expect(problems({ DATABASE_URL: database })).toEqual(['AUTH_SECRET: is required with DATABASE_URL'])
    expect(accepted({ DATABASE_URL: database, AUTH_SECRET: secret }).DATABASE_URL).toBe(database)
  })

  test('an administrator has an email and a password', () => {
    const email = { ADMIN_EMAIL: 'ana@example.org' }
    const password = { ADMIN_PASSWORD: 'a mild and rainy tuesday' }
    expect(problems(email)).toEqual([expect.stringMatching(/^ADMIN_PASSWORD: is missing/)])
    expect(problems(password)).toEqual([expect.stringMatching(/^ADMIN_EMAIL: is missing/)])
    expect(accepted({ ...email, ...password })).toMatchObject({ ...email, ...password })
    expect(problems({ ADMIN_EMAIL: 'ana', ...password })).toEqual([expect.stringMatching(/^ADMIN_EMAIL: /)])
    expect(problems({ ...email, ADMIN_PASSWORD: 'short' })).toEqual([
      expect.stringMatching(/^ADMIN_PASSWORD: /),
    ])
  })

  test('an alarm has a way to go', () => {
    expect(problems({ ALERT_MAIL: 'desk@example.org' })).toEqual([
      'SMTP_URL: is missing: it goes with ALERT_MAIL',
      'MAIL_FROM: is missing: it goes with ALERT_MAIL',
    ])
    expect(problems({ ALERT_WEBHOOK_URL: 'https://chat.example.org/hook' })).toEqual([
      'ALERT_WEBHOOK_SECRET: is missing: it goes with ALERT_WEBHOOK_URL',
    ])
    const mail = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'Tribune <desk@example.org>' }
    expect(accepted({ ...mail, ALERT_MAIL: 'ana@example.org, ben@example.org' })).toMatchObject({
      ...mail,
      ALERT_MAIL: ['ana@example.org', 'ben@example.org'],
    })
    expect(problems({ ...mail, ALERT_MAIL: 'ana@example.org, ben' })).toEqual([
      expect.stringMatching(/^ALERT_MAIL: /),
    ])
  })
})

describe('RATE_LIMITS=off', () => {
  test.each([
    {},
    { HOST: 'localhost' },
    { HOST: '::1', SITE_URL: 'http://[::1]:3000' },
    { SITE_URL: 'http://127.0.0.1:3000' },
  ])('is taken on loopback: %j', (given) => {
    expect(accepted({ ...given, RATE_LIMITS: 'off' }).RATE_LIMITS).toBe('off')
  })

  test.each([
    { HOST: '0.0.0.0' },
    { HOST: '192.168.1.7' },
    { SITE_URL: 'https://news.example.org' },
    { SITE_URL: 'http://localhost.example.org' },
    { HOST: '127.0.0.1.example.org' },
  ])('is refused elsewhere: %j', (given) => {
    expect(problems({ ...given, RATE_LIMITS: 'off' })).toEqual([expect.stringMatching(/^RATE_LIMITS: /)])
  })
})

function namesIn(variables: Variables): (string | undefined)[] {
  return problems(variables).map((line) => line.split(':')[0])
}

test('docs/operating.md has a row for every variable, and for none that is not read', async () => {
  const manual = await readFile('docs/operating.md', 'utf8')
  const named = manual
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name))
  expect(named.toSorted()).toEqual(variableNames.toSorted())
})
