import { Agent, request } from 'node:http'

/** Addresses that anybody can think of, by kind; none of them shows anything of its own. */
export const madeUp: Record<string, (number: number) => string> = {
  ids: (number) => `/news/${1_000_000 + number}`,
  'ids with words': (number) => `/news/${2_000_000 + number}/made-up`,
  slugs: (number) => `/section/made-up-${number}`,
  branches: (number) => `/comments/${1_000_000 + number}/replies`,
  parameters: (number) => `/about?utm_source=${number}`,
  'files of the build': (number) => `/_next/static/chunks/${number}.js`,
  pictures: (number) => `/pictures/${number.toString(16).padStart(32, '0')}.svg`,
  names: (number) => `/made-up-${number}`,
  permalinks: (number) => `/comments/${1_000_000 + number}`,
}

/** Addresses whose every number is a page to be made: what they cost is bounded by how many are made at once. */
export const costly = ['ids', 'ids with words', 'slugs', 'branches', 'permalinks']

export type Told = { path: string; status: number; retryAfter: string | undefined }

/** Asks for each of these, so many at once, and reads the answers to their end. */
export async function askAll(port: number, paths: readonly string[], atOnce: number): Promise<Told[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  try {
    return await Promise.all(paths.map((path) => askOne(port, path, agent)))
  } finally {
    agent.destroy()
  }
}

function askOne(port: number, path: string, agent: Agent): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, host: '127.0.0.1', path }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        resolve({ path, status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}
