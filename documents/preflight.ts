import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Match } from './match'
import type { HeaderList } from './policy'

/** Whether a browser asks what another site's page may send to what is open to everybody's programs: feeds and the API. */
export function isPreflight({ method }: IncomingMessage, match: Match, path: string): boolean {
  return method === 'OPTIONS' && (match.world === 'document' ? !match.isPage : /^\/api\/v\d+\//.test(path))
}

/** It may read, and say which bytes it has. `headers` are those of what it will read. */
export function sendPreflight(res: ServerResponse, headers: HeaderList): void {
  res.writeHead(204, [...headers, ...allowed]).end()
}

const allowed: HeaderList = [
  ...['Allow', 'GET, HEAD, OPTIONS'],
  ...['Access-Control-Allow-Methods', 'GET, HEAD'],
  ...['Access-Control-Allow-Headers', 'If-None-Match, If-Modified-Since'],
  ...['Access-Control-Max-Age', '86400'],
]
