import { createServer, request } from 'node:http'

export type Passage = { path: string; purpose: string | undefined }
export type Watchman = { url: string; passages: Passage[]; close(): Promise<void> }

/** Stands in front of the site and notes what is asked, and what for: a browser's tools do not see everything. */
export async function watchSite(siteUrl: string): Promise<Watchman> {
  const passages: Passage[] = []
  const { hostname, port } = new URL(siteUrl)
  const server = createServer((req, res) => {
    passages.push({ path: req.url ?? '', purpose: req.headers['sec-purpose']?.toString() })
    const onward = request({ hostname, port, path: req.url, method: req.method, headers: req.headers })
    onward.on('response', (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(res)
    })
    onward.on('error', () => res.destroy())
    req.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  const ownPort = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://localhost:${ownPort}`,
    passages,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
