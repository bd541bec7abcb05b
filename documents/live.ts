import type { IncomingMessage, ServerResponse } from 'node:http'
import { finishHtml } from './finish'
import type { HeaderList } from './policy'
import type { Renderer } from './render'

/**
 * For the development server: a document as Next rendered it just now, scripts, error overlay and all, with the
 * status it asked for. Nothing is kept, here or in the browser. `status` overrides what the page says.
 */
export async function sendLive(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  { render, headers, status }: { render: Renderer; headers: HeaderList; status?: number },
): Promise<void> {
  const answer = await render(path)
  const base = ['Cache-Control', 'no-store', 'Cache-Status', 'Tribune; fwd=bypass', ...headers]
  if ('refused' in answer) {
    res.writeHead(500, ['Content-Type', 'text/plain; charset=utf-8', ...base]).end(answer.detail)
    return
  }
  const finished = answer.type.startsWith('text/html')
    ? finishHtml(answer.body.toString('utf8'), true)
    : undefined
  const isPage = finished !== undefined && !('refused' in finished)
  const body = isPage ? Buffer.from(finished.html) : answer.body
  const said = status ?? (isPage ? finished.status : undefined) ?? answer.status
  const location = answer.location === undefined ? [] : ['Location', answer.location]
  const length = ['Content-Length', String(body.length)]
  res.writeHead(said, ['Content-Type', answer.type || 'text/html', ...length, ...location, ...base])
  res.end(req.method === 'HEAD' ? undefined : body)
}
