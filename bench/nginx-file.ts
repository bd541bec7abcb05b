import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '@/lib/database/free-port'
import { newFolder } from './folder'
import { startProgram, untilProgram } from './program'
import { askRaw, type RawAnswer } from './raw-answer'

export type FileServer = { origin: string; pid: number }

// What a server says of the connection and of itself; everything else is the answer's own.
const ofTheServer = [
  'connection',
  'keep-alive',
  'date',
  'server',
  'content-length',
  'content-type',
  'transfer-encoding',
]

/**
 * nginx with the bytes of an answer as a file and its headers in the configuration: the fastest that a page is
 * served on this machine, and so the limit to measure against.
 */
export async function startFileServer(
  answer: RawAnswer,
  path: string,
  { workers, cores }: { workers: number; cores: readonly number[] },
): Promise<FileServer> {
  const folder = await newFolder()
  const port = await freePort()
  await writeFile(join(folder, 'page'), answer.body)
  await writeFile(join(folder, 'nginx.conf'), configuration(answer, { folder, path, port, workers }))
  const program = startProgram('nginx', ['-p', folder, '-e', join(folder, 'error.log'), '-c', 'nginx.conf'], {
    cores,
  })
  const origin = `http://127.0.0.1:${port}`
  const isUp = () =>
    askRaw(`${origin}${path}`).then(
      () => true,
      () => false,
    )
  await untilProgram('nginx answered', program, isUp, 15_000)
  return { origin, pid: program.pid }
}

type Place = { folder: string; path: string; port: number; workers: number }

function configuration({ headers }: RawAnswer, { folder, path, port, workers }: Place): string {
  const own = headers.filter(([name]) => !ofTheServer.includes(name.toLowerCase()))
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'text/html'
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off;
worker_processes ${workers};
pid ${folder}/pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  server_tokens off;
  keepalive_requests 1000000000;
  open_file_cache max=100 inactive=1h;
  open_file_cache_valid 1h;
${temporary.map((what) => `  ${what}_temp_path ${folder}/temporary;`).join('\n')}
  server {
    listen 127.0.0.1:${port} reuseport;
    location = ${quoted(path)} {
      alias ${folder}/page;
      types {}
      default_type ${quoted(type)};
      etag off;
      max_ranges 0;
      add_header Last-Modified "";
${own.map(([name, value]) => `      add_header ${name} ${quoted(value)};`).join('\n')}
    }
  }
}
`
}

/** nginx knows no way to write a dollar sign in a value that it does not take for a variable's. */
function quoted(value: string): string {
  if (value.includes('$')) throw new Error(`nginx cannot be told to say ${value}`)
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
