import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'

const here = import.meta.dirname
const project = dirname(here)

/** Stand in for npm, Prisma and Next: each notes that it ran, and makes what the real one would leave. */
const programs = {
  'npm/package.json': '{}',
  'packages/next/package.json': '{}',
  'npm/npm-cli.js': `
    const { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } = require('node:fs')
    appendFileSync('ran.txt', 'npm ' + process.argv[2] + '\\n')
    rmSync('node_modules', { recursive: true, force: true })
    cpSync('packages', 'node_modules', { recursive: true, verbatimSymlinks: true })`,
  'packages/prisma/package.json': '{ "version": "7.10.0" }',
  'packages/prisma/build/index.js': `
    const { appendFileSync, mkdirSync } = require('node:fs')
    appendFileSync('ran.txt', 'prisma ' + process.argv[2] + '\\n')
    mkdirSync('prisma/generated', { recursive: true })`,
  'packages/subset-font/package.json': '{ "type": "module", "exports": "./subset.js" }',
  'packages/subset-font/subset.js': 'export default async (font) => font',
  'packages/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2': 'letters',
  'packages/next/dist/bin/next': `
    const { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
    appendFileSync('ran.txt', 'next ' + process.argv[2] + '\\n')
    writeFileSync('.next/tsconfig.json', readFileSync('.next/tsconfig.json', 'utf8').trimEnd() + '\\n')
    console.log('what next says')
    if (readFileSync('app/page.tsx', 'utf8').includes('wrong')) {
      console.error('page.tsx is wrong')
      process.exit(1)
    }
    mkdirSync(process.env.TRIBUNE_BUILD, { recursive: true })
    writeFileSync(process.env.TRIBUNE_BUILD + '/BUILD_ID', 'one')
    writeFileSync('.next/begun', '')
    const held = () => existsSync('hold') ? setTimeout(held, 20) : undefined
    held()`,
}

const sources = {
  'app/globals.css': '@font-face { src: url("./fonts/newsreader.woff2"); unicode-range: U+20-7E; }',
  'app/page.tsx': 'export default function Page() {}',
  'lib/greeting.ts': "export const greeting = 'Ready'",
  'package.json': '{ "type": "module" }',
  'package-lock.json': '{ "packages": { "": {} } }',
  'prisma/schema.prisma': 'datasource db { provider = "postgresql" }',
  'server.ts':
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a program's text
    "import { greeting } from '@/lib/greeting'\nconsole.log(`${greeting} in ${process.env.NODE_ENV}`)",
  'documents/encode-pictures.ts': '',
  'islands/main.ts': '',
  'islands/later.ts': '',
  'server/worker.ts': '',
  'server/setup.ts': '',
  'lib/database/migrate-process.ts': '',
  'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
}

describe('npm start', { timeout: 60_000 }, () => {
  test('installs, generates, builds and becomes the server; a second time it only serves', async () => {
    const root = await clone()
    const first = await start(root).ended
    expect(first.output).toMatch(
      /^Installing dependencies … \d+\.\d s\nGenerating Prisma's client … \d+\.\d s\nCutting the font … \d+\.\d s\nBuilding … \d+\.\d s\nReady in production\n$/,
    )
    expect(await ran(root)).toEqual(['npm ci', 'prisma generate', 'next build'])
    const second = await start(root).ended
    expect(second).toEqual({ code: 0, output: 'Ready in production\n' })
  })

  test('does again what a change made stale, and nothing else', async () => {
    const root = await clone()
    await start(root).ended
    const after = async (path: string, text: string) => {
      await rm(join(root, 'ran.txt'), { force: true })
      await put(root, path, text)
      await start(root).ended
      return ran(root)
    }
    expect(await after('lib/greeting.ts', "export const greeting = 'Set'")).toEqual(['next build'])
    expect(await after('lib/greeting.test.ts', 'no part of the build')).toEqual([])
    expect(await after('messages/en.json', '{}')).toEqual(['next build'])
    expect(await after('prisma/schema.prisma', 'model Paper {}')).toEqual(['prisma generate', 'next build'])
    const another = '{ "packages": { "node_modules/new": { "version": "1.0.0" } } }'
    expect(await after('package-lock.json', another)).toEqual(['npm ci', 'next build'])
  })

  test('keeps the build that a running site may be serving', async () => {
    const root = await clone()
    await start(root).ended
    const [served] = await readdir(join(root, '.next', 'builds'))
    await put(root, 'app/page.tsx', 'export default function Other() {}')
    await start(root).ended
    const builds = await readdir(join(root, '.next', 'builds'))
    expect(builds).toHaveLength(2)
    expect(builds).toContain(served)
  })

  test('takes the dependencies somebody installed by hand, if they are the ones of the lock', async () => {
    const root = await clone()
    const paper = (version: string) => `{ "packages": { "node_modules/paper": { "version": "${version}" } } }`
    await put(root, 'package-lock.json', paper('2.0.0'))
    await cp(join(root, 'packages'), join(root, 'node_modules'), { recursive: true, verbatimSymlinks: true })
    await put(root, 'node_modules/.package-lock.json', paper('2.0.0'))
    await start(root).ended
    expect(await ran(root)).toEqual(['prisma generate', 'next build'])
    await put(root, 'package-lock.json', paper('2.0.1'))
    await start(root).ended
    expect(await ran(root)).toContain('npm ci')
  })

  test('shows all a program said when it fails, and tries again the next time', async () => {
    const root = await clone()
    await put(root, 'app/page.tsx', 'wrong')
    const failed = await start(root).ended
    expect(failed.code).toBe(1)
    expect(failed.output).toContain(
      'what next says\npage.tsx is wrong\n\nBuilding (next build) failed: it ended with code 1.',
    )
    await put(root, 'app/page.tsx', 'mended')
    expect((await start(root).ended).output).toContain('Ready')
  })

  test('builds once when two are started at the same time', async () => {
    const root = await clone()
    const both = await Promise.all([start(root).ended, start(root).ended])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect((await ran(root)).sort()).toEqual(['next build', 'npm ci', 'prisma generate'])
  })

  test('does not count a build that was killed, and waits for one whose parent was', async () => {
    const root = await clone()
    await put(root, 'hold', '')
    const killed = start(root)
    await until(() => isThere(join(root, '.next', 'begun')))
    killed.child.kill('SIGKILL')
    await killed.ended
    const next = start(root)
    await until(async () => next.said().includes('waiting for it'))
    expect((await ran(root)).filter((step) => step === 'next build')).toHaveLength(1)
    await rm(join(root, 'hold'))
    expect((await next.ended).output).toContain('Ready')
    expect((await ran(root)).filter((step) => step === 'next build')).toHaveLength(2)
  })

  test('passes SIGTERM on to the program it runs, and ends with it', async () => {
    const root = await clone()
    await put(root, 'hold', '')
    const stopped = start(root)
    await until(() => isThere(join(root, '.next', 'begun')))
    stopped.child.kill('SIGTERM')
    await stopped.ended
    expect(stopped.child.signalCode).toBe('SIGTERM')
    await rm(join(root, 'hold'))
    expect((await start(root).ended).output).toMatch(/^Building … /)
  })
})

const folders: string[] = []
const children: ChildProcess[] = []

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A project with this one's `bin` and everything else small. */
async function clone(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'tribune-clone-'))
  folders.push(root)
  await cp(here, join(root, 'bin'), { recursive: true })
  for (const [path, text] of Object.entries({ ...programs, ...sources })) await put(root, path, text)
  await symlink(join(project, 'node_modules', 'esbuild'), join(root, 'packages', 'esbuild'))
  return root
}

function start(root: string) {
  const env = { ...process.env, npm_execpath: join(root, 'npm', 'npm-cli.js') }
  const child = spawn(process.execPath, ['bin/start.mjs'], { cwd: root, env })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  return { child, said: () => output, ended: once(child, 'close').then(([code]) => ({ code, output })) }
}

async function put(root: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

/** What ran, in order. */
async function ran(root: string): Promise<string[]> {
  const text = await readFile(join(root, 'ran.txt'), 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean)
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20)
}
