import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { exceptions } from './imports/exceptions.mjs'
import { checkImports, ruleNames } from './imports.mjs'

const house = fileURLToPath(new URL('..', import.meta.url))
const folders = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const guard = "import { requireModerator } from './guard'\n"

/** One way of breaking each rule at least: the rule, the file that breaks it, its text, and what else has to stand there. */
const planted = [
  ['app-imports', 'app/page.tsx', "import { sweep } from '@/jobs/sweep'"],
  ['app-imports', 'app/page.tsx', "import { serve } from '@/documents/serve'"],
  ['app-imports', 'app/page.tsx', "import { sql } from '@/prisma/generated/internal/prismaNamespace'"],
  ['app-imports', 'app/page.tsx', "import '@/islands/votes'"],
  ['app-imports', 'app/page.tsx', "const run = () => import('@/cli/main')"],
  ['components-imports', 'components/story.tsx', "import { path } from '@/app/path'"],
  ['components-imports', 'components/story.tsx', "import type { Props } from '@/app/page'"],
  ['islands-imports', 'islands/votes.ts', "import { rank } from '@/lib/comments/rank'"],
  ['documents-imports', 'documents/serve.ts', "import { say } from '@/messages/say'"],
  ['documents-imports', 'documents/serve.ts', "import { db } from '@/lib/db'"],
  ['messages-imports', 'messages/say.ts', "import { site } from '@/lib/site'"],
  ['lib-imports', 'lib/mail.ts', "import { say } from '@/messages/say'"],
  ['lib-imports', 'lib/comments/rank.ts', "import type { Props } from '@/components/story'"],
  ['lib-imports', 'lib/comments/rank.test.ts', "import { main } from '@/cli/main'"],
  ['jobs-imports', 'jobs/sweep.ts', "import { Story } from '@/components/story'"],
  ['cli-imports', 'cli/main.ts', "import { sweep } from '@/jobs/sweep'"],
  ['prisma-seed-imports', 'prisma/seed/load.ts', "import { main } from '@/cli/main'"],
  ['prisma-imports', 'prisma/load.ts', "import { db } from '@/lib/db'"],
  ['e2e-imports', 'e2e/reading.ts', "import { Story } from '@/components/story'"],
  ['bench-imports', 'bench/post.ts', "import { serve } from '@/documents/serve'"],
  ['bin-imports', 'bin/start.mjs', "import { db } from '../lib/db'"],
  ['the-root-imports', 'server.ts', "import { Story } from '@/components/story'"],
  ['server-imports', 'server/site.ts', "import { Story } from '@/components/story'"],
  ['house-plan', 'helpers-of-mine/thing.ts', 'export const one = 1'],
  ['app-asks-lib', 'app/page.tsx', "import { db } from '@/lib/db'"],
  ['app-asks-lib', 'app/api/comments/route.ts', "import { insertComment } from '@/lib/comments/insert'"],
  ['components-arrange', 'components/story.tsx', "import { listStories } from '@/lib/articles/queries'"],
  ['components-arrange', 'components/story.tsx', "import { postComment } from '@/lib/comments/commands'"],
  ['components-arrange', 'components/story.tsx', "import { currentViewer } from '@/lib/auth'"],
  ['components-arrange', 'components/story.tsx', "import { env } from '@/lib/env'"],
  ['auth-alone-knows-next', 'lib/readers/queries.ts', "import { cookies } from 'next/headers'"],
  ['auth-alone-knows-next', 'lib/site.ts', "import { cache } from 'react'"],
  ['rules-are-pure', 'lib/comments/rank.ts', "import { db } from '@/lib/db'"],
  ['rules-are-pure', 'lib/comments/rank.ts', "import { listConversation } from './queries'"],
  ['rules-are-pure', 'lib/comments/rank.ts', "import { keepText } from './pending'"],
  ['rules-are-pure', 'lib/articles/slug.ts', "import { readFileSync } from 'node:fs'"],
  ['rules-are-pure', 'lib/outcome.ts', "import { request } from 'undici'"],
  ['engine-opened-once', 'lib/comments/queries.ts', "import { Prisma } from '@/prisma/generated/client'"],
  ['engine-opened-once', 'bench/lists.ts', "import { PrismaClient } from '@/prisma/generated/client'"],
  ['queries-read', 'lib/comments/queries.ts', "import { postComment } from './commands'"],
  ['nouns-one-way', 'lib/articles/commands.ts', "import { postComment } from '@/lib/comments/commands'"],
  ['nouns-one-way', 'lib/readers/queries.ts', "import type { Story } from '@/lib/articles/queries'"],
  ['nouns-one-way', 'lib/comments/commands.ts', "import { decide } from '@/lib/moderation/commands'"],
  ['nouns-one-way', 'lib/weather/queries.ts', 'export const rain = true'],
  ['common-ground', 'lib/db.ts', "import { findReceipt } from '@/lib/comments/queries'"],
  ['common-ground', 'lib/auth.ts', "import { findReceipt } from '@/lib/comments/queries'"],
  ['tests-stay-outside', 'lib/comments/commands.ts', "import { noon } from '@/lib/database/test-newsroom'"],
  ['tests-stay-outside', 'documents/serve.ts', "import { page } from './newsroom.fixture'"],
  [
    'no-cycles',
    'cli/one.ts',
    "import { two } from './two'",
    {
      'cli/two.ts': "import { three } from './three'",
      'cli/three.ts': "export { one as three } from './one'\nexport const own = 3",
    },
  ],
  ['no-barrels', 'lib/comments/all.ts', "export * from './rank'\nexport { render } from './rendered'"],
  ['no-barrels', 'lib/comments/index.ts', 'export const one = 1'],
  ['no-drawers', 'lib/comments/utils.ts', 'export const one = 1'],
  ['no-drawers', 'components/helpers/story.tsx', 'export const one = 1'],
  ['worlds-apart', 'app/(reader)/page.tsx', "import Link from 'next/link'"],
  ['worlds-apart', 'components/story.tsx', "import Form from 'next/form'"],
  ['worlds-apart', 'app/(reader)/page.tsx', "async function vote() {\n  'use server'\n}"],
  ['documents-without-scripts', 'components/votes.tsx', "'use client'\nexport const one = 1"],
  ['desk-guarded', 'app/admin/log/page.tsx', 'export default async function Log() {}'],
  [
    'desk-guarded',
    'app/admin/log/page.tsx',
    `${guard}export default async function Log() {\n  requireModerator('/admin/log')\n}`,
  ],
  [
    'desk-guarded',
    'app/admin/log/page.tsx',
    `${guard}export default async function Log() {\n  // await requireModerator('/admin/log')\n}`,
  ],
  [
    'desk-guarded',
    'app/api/admin/readers/route.ts',
    'export async function POST() {\n  await currentModerator()\n}\nexport const DELETE = async () => {}',
  ],
  ['desk-guarded', 'app/admin/log/actions.ts', "'use server'\nexport async function clear() {}"],
  ['by-alias', 'app/page.tsx', "import { Story } from '../components/story'"],
]

test('the house keeps its rules', () => {
  expect(checkImports(house).violations).toEqual([])
})

test('every exception still excuses something', () => {
  const { excused } = checkImports(house)
  expect(exceptions.filter((exception) => !excused.has(exception))).toEqual([])
})

test('every rule is tried by breaking it', () => {
  expect([...new Set(planted.map(([rule]) => rule))].sort()).toEqual([...ruleNames].sort())
})

test.each(planted)('%s is broken by %s: %s', (rule, path, text, others = {}) => {
  const { violations } = checkImports(plant({ ...others, [path]: text }))
  expect(violations.map((violation) => [violation.rule, violation.path])).toEqual([[rule, path]])
  expect(violations[0].line).toBeLessThanOrEqual(text.split('\n').length)
  expect(violations[0].sentence).toMatch(/\w/)
})

describe('what the rules let be', () => {
  test.each([
    [
      'types of queries in a component',
      'components/story.tsx',
      "import type { Story } from '@/lib/articles/queries'\nimport { type Receipt } from '@/lib/comments/queries'",
    ],
    [
      'closed sets of the schema in a page',
      'app/page.tsx',
      "import { Role } from '@/prisma/generated/enums'",
    ],
    ['types of rows in a rule', 'lib/comments/thread.ts', "import type { PublicComment } from './queries'"],
    [
      'a ring of types',
      'lib/comments/thread.ts',
      "import type { Page } from './queries'",
      { 'lib/comments/queries.ts': "import { grow } from './thread'" },
    ],
    [
      'a page under a second address',
      'app/(reader)/n/[id]/page.tsx',
      "export { default } from '../../news/[id]/page'",
    ],
    ['soft navigation at the desk', 'app/admin/log/tabs.tsx', "'use client'\nimport Link from 'next/link'"],
    [
      'a guarded page of the desk',
      'app/admin/log/page.tsx',
      `${guard}export const dynamic = 'force-dynamic'\nexport default async function Log() {\n  await requireModerator('/admin/log')\n}`,
      { 'app/admin/guard.ts': '' },
    ],
    [
      'a rule broken in a comment only',
      'app/page.tsx',
      "// import { db } from '@/lib/db'\n/* 'use server' */",
    ],
    ['what was generated, kept or fetched', 'node_modules/thing/index.js', "export * from './all'"],
  ])('%s', (_what, path, text, others = {}) => {
    expect(checkImports(plant({ ...others, [path]: text })).violations).toEqual([])
  })
})

function plant(files) {
  const root = mkdtempSync(join(tmpdir(), 'tribune-imports-'))
  folders.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}
