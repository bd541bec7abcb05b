import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEncoder, type EncodeJob } from './picture-encoder'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tribune-encoder-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A program in the encoder's place, which notes its process id for each job before it does what it is told. */
async function program(
  work: string,
): Promise<{ program: { file: string; execArgv: string[] }; pids: () => Promise<number[]> }> {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.mjs`)
  const log = `${path}.log`
  await writeFile(
    path,
    `import { appendFileSync } from 'node:fs'
    process.on('disconnect', () => process.exit())
    process.on('message', (job) => {
      appendFileSync(${JSON.stringify(log)}, process.pid + '\\n')
      ${work}
    })`,
  )
  const pids = async () => (await readFile(log, 'utf8')).split('\n').filter(Boolean).map(Number)
  return { program: { file: path, execArgv: [] }, pids }
}

const job: EncodeJob = { from: '', kind: 'svg', width: 320, smallest: 320, format: 'avif', to: '' }

test('one process does one thing after another, and ends when it was idle', async () => {
  const { program: path, pids } = await program(`process.send({ outcome: 'made' })`)
  const encoder = createEncoder({ program: path, idleMs: 30 })
  expect(await Promise.all([encoder.encode(job), encoder.encode(job)])).toEqual([
    { outcome: 'made' },
    { outcome: 'made' },
  ])
  const [first = 0, second] = await pids()
  expect(second).toBe(first)
  await expect.poll(() => isAlive(first)).toBe(false)
  await encoder.encode(job)
  expect((await pids())[2]).not.toBe(first)
  encoder.close()
})

test('a picture that takes too long is given up and its process killed; the next one gets another', async () => {
  const { program: path, pids } = await program(
    `if (job.width === 1) for (;;); else process.send({ outcome: 'made' })`,
  )
  const encoder = createEncoder({ program: path, patienceMs: 300 })
  const [hung, next] = await Promise.all([encoder.encode({ ...job, width: 1 }), encoder.encode(job)])
  expect(hung).toEqual({ outcome: 'failed', detail: 'took longer than 300 ms' })
  expect(next).toEqual({ outcome: 'made' })
  const [first = 0] = await pids()
  await expect.poll(() => isAlive(first)).toBe(false)
  encoder.close()
})

test('a process that falls over fails its picture and no other', async () => {
  const { program: path } = await program(
    `if (job.width === 1) process.exit(3); else process.send({ outcome: 'made' })`,
  )
  const encoder = createEncoder({ program: path })
  expect(await encoder.encode({ ...job, width: 1 })).toEqual({
    outcome: 'failed',
    detail: 'the encoder ended with code 3',
  })
  expect(await encoder.encode(job)).toEqual({ outcome: 'made' })
  encoder.close()
})

test('it learns nothing of the site’s environment', async () => {
  process.env.AUTH_SECRET_FOR_TEST = 'secret'
  const { program: path } = await program(
    `process.send({ outcome: 'failed', detail: Object.values(process.env).includes('secret') ? 'told' : 'silent' })`,
  )
  const encoder = createEncoder({ program: path })
  expect(await encoder.encode(job)).toEqual({ outcome: 'failed', detail: 'silent' })
  delete process.env.AUTH_SECRET_FOR_TEST
  encoder.close()
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
