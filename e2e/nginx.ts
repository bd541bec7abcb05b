import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@/lib/database/free-port'

export type NginxWishes = {
  /** Ports of the application's processes, on loopback. */
  apps: readonly number[]
  /** Port of the listener without TLS; a free one by default. */
  port?: number
  workers?: number
  /** What the command line begins with, such as `taskset -c 0`. */
  before?: readonly string[]
  /** For trials: the last word on the configuration. */
  change?: (configuration: string) => string
}

export type Nginx = {
  origin: string
  httpsOrigin: string
  /** Where only a redirect is. */
  httpOrigin: string
  certificate: string
  pid: number
  folder: string
  accessLog(): Promise<string>
  errorLog(): Promise<string>
  /** From here on it serves what the application lays out, as the application's configuration at this path says. */
  serveFiles(include: string): Promise<void>
  stop(): Promise<void>
}

/** Whether nginx and openssl, which makes its certificate, are installed. */
export function hasNginx(): boolean {
  return [['nginx', '-v'] as const, ['openssl', 'version'] as const].every(
    ([name, question]) => spawnSync(name, [question], { env: withSbin }).status === 0,
  )
}

/**
 * Runs deploy/nginx/tribune.conf, with ports and paths of its own, in front of an application on loopback. Resolves
 * when it listens; throws with nginx's words when it refuses.
 */
export async function startNginx(wishes: NginxWishes): Promise<Nginx> {
  const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'tribune-nginx-'))
  // Its workers are another user where it is started by root.
  await chmod(folder, 0o755)
  const ports = {
    plain: wishes.port ?? (await freePort()),
    https: await freePort(),
    http: await freePort(),
    inner: await freePort(),
  }
  makeCertificate(folder)
  const given = await readFile(template, 'utf8')
  const rendered = render(given, wishes.apps, folder, ports)
  const configuration = wishes.change?.(rendered) ?? rendered
  await writeFile(join(folder, 'tribune.conf'), configuration)
  await writeFile(join(folder, 'nginx.conf'), mainConfiguration(folder, wishes.workers ?? 1))
  const [program = 'nginx', ...args] = [...(wishes.before ?? []), 'nginx', ...commandLine(folder)]
  const child = spawn(program, args, { env: withSbin, stdio: ['ignore', 'inherit', 'pipe'] })
  const errorLog = () => readFile(join(folder, 'error.log'), 'utf8')
  await untilListening(child, Object.values(ports)).catch(async (error: Error) => {
    const said = await errorLog().catch(() => '')
    await end(child, folder)
    throw new Error(`${error.message}\n${said}`)
  })
  return {
    origin: `http://127.0.0.1:${ports.plain}`,
    httpsOrigin: `https://127.0.0.1:${ports.https}`,
    httpOrigin: `http://127.0.0.1:${ports.http}`,
    certificate: join(folder, 'fullchain.pem'),
    pid: child.pid ?? 0,
    folder,
    accessLog: () => readFile(join(folder, 'access.log'), 'utf8'),
    errorLog,
    async serveFiles(include) {
      if (!configuration.includes(notFiles)) throw new Error(`${template} has no “${notFiles}” any more`)
      await writeFile(join(folder, 'tribune.conf'), configuration.replace(notFiles, `include ${include};`))
      child.kill('SIGHUP')
    },
    stop: () => end(child, folder),
  }
}

/** What `nginx -t` says about the configuration of a running one. */
export function checkConfiguration({ folder }: Nginx): { ok: boolean; said: string } {
  const { status, stderr } = spawnSync('nginx', ['-t', ...commandLine(folder)], {
    env: withSbin,
    encoding: 'utf8',
  })
  return { ok: status === 0, said: stderr }
}

const template = fileURLToPath(new URL('../deploy/nginx/tribune.conf', import.meta.url))
const notFiles = 'location / { proxy_pass http://tribune_translation; }'
// Debian keeps it where only root looks.
const withSbin = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` }

type Ports = { plain: number; https: number; http: number; inner: number }

function render(given: string, apps: readonly number[], folder: string, ports: Ports): string {
  const servers = apps.map((port) => `server 127.0.0.1:${port} max_fails=0;`).join('\n    ')
  const replacements: [string, string][] = [
    ['server 127.0.0.1:3000 max_fails=0;', servers],
    ['listen 80 default_server', `listen 127.0.0.1:${ports.http} default_server`],
    ['listen 443 ssl', `listen 127.0.0.1:${ports.https} ssl`],
    ['listen 127.0.0.1:8080', `listen 127.0.0.1:${ports.plain}`],
    ['127.0.0.1:8188', `127.0.0.1:${ports.inner}`],
    ['/dev/shm/tribune-nginx', join(folder, 'cache')],
    ['/etc/ssl/tribune', folder],
    ['/var/log/nginx/tribune.log', join(folder, 'access.log')],
  ]
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${template} has no “${from}” any more`)
    return text.replaceAll(from, to)
  }, given)
}

/** What a distribution's own nginx.conf says, as far as it is needed. */
function mainConfiguration(folder: string, workers: number): string {
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off;
worker_processes ${workers};
pid ${folder}/nginx.pid;
events { worker_connections 4096; }
http {
  ${kept.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  sendfile on;
  tcp_nopush on;
  include ${folder}/tribune.conf;
}
`
}

function commandLine(folder: string): string[] {
  return ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]
}

function makeCertificate(folder: string): void {
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost'.split(
        ' ',
      ),
      ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
      ...['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')],
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`)
}

async function untilListening(child: ChildProcess, ports: readonly number[]): Promise<void> {
  let words = ''
  let ended = false
  child.stderr?.on('data', (text) => (words += text))
  child.on('error', (error) => (words += error.message))
  child.on('close', () => (ended = true))
  const deadline = performance.now() + 20_000
  for (const port of ports) {
    while (!(await isListening(port))) {
      if (ended || performance.now() > deadline) throw new Error(`nginx does not listen: ${words}`)
      await pause(20)
    }
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

async function end(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const closed = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGTERM')
    await closed
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
