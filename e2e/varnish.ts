import { spawn, spawnSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@/lib/database/free-port'

export type Varnish = { origin: string; purgeUrl: string; stop(): Promise<void> }

export function hasVarnish(): boolean {
  return spawnSync('varnishd', ['-V'], { env: withSbin }).status === 0
}

/** Runs deploy/varnish/tribune.vcl in front of an application on loopback. Throws with Varnish's words if it refuses. */
export async function startVarnish(appPort: number): Promise<Varnish> {
  const folder = await mkdtemp(join(tmpdir(), 'tribune-varnish-'))
  await chmod(folder, 0o755)
  const port = await freePort()
  const given = await readFile(template, 'utf8')
  if (!given.includes('.port = "3000"')) throw new Error(`${template} names no port 3000 any more`)
  await writeFile(join(folder, 'tribune.vcl'), given.replace('.port = "3000"', `.port = "${appPort}"`))
  const child = spawn(
    'varnishd',
    [
      ...['-F', '-a', `127.0.0.1:${port}`, '-n', join(folder, 'run'), '-s', 'malloc,32m', '-j', 'none'],
      ...['-f', join(folder, 'tribune.vcl'), '-p', 'http_gzip_support=off'],
    ],
    { env: withSbin, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let words = ''
  let ended = false
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (words += text))
  const closed = new Promise<void>((resolve) =>
    child.on('close', () => {
      ended = true
      resolve()
    }),
  )
  async function stop(): Promise<void> {
    child.kill('SIGTERM')
    await closed
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const deadline = performance.now() + 60_000
  while (!(await isListening(port))) {
    if (ended || performance.now() > deadline) {
      await stop()
      throw new Error(`Varnish does not listen: ${words}`)
    }
    await pause(50)
  }
  const origin = `http://127.0.0.1:${port}`
  return { origin, purgeUrl: `${origin}/-/purge`, stop }
}

const template = fileURLToPath(new URL('../deploy/varnish/tribune.vcl', import.meta.url))
// Debian keeps it where only root looks.
const withSbin = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` }

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}
