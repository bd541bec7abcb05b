import { connect } from 'node:net'

export type RawAnswer = {
  status: number
  /** Names as they were sent, in their order. */
  headers: [string, string][]
  body: Buffer
}
export type Exchange = { answers: RawAnswer[]; closedByServer: boolean }

const patienceMs = 120_000
const bodiless = (status: number) => status < 200 || status === 204 || status === 304

/**
 * Sends bytes as they are and gives back every answer. Once `expected` answers have come it asks for one page more,
 * with `Connection: close`, `behind` before it: whatever the server made of the bytes beyond them shows in what comes before that one,
 * which is left out. Where the server has closed by then, `closedByServer` says so.
 */
export function exchange(
  port: number,
  pieces: string | readonly string[],
  { expected = 1, isHead = false, behind = '' } = {},
): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const timer = setTimeout(() => socket.destroy(new Error('no answer in time')), patienceMs)
    let received = Buffer.alloc(0)
    let isLast = false
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      if (isLast || readAnswers(received, isHead).length < expected) return
      isLast = true
      socket.write(`${behind}GET /closing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    })
    // A server that has had enough may reset the connection; what it said before counts.
    socket.on('error', (error) => error.message === 'no answer in time' && reject(error))
    socket.on('close', () => {
      clearTimeout(timer)
      const answers = readAnswers(received, isHead)
      const isAnswered = answers.length > expected && answers.at(-1)?.status === 404
      if (isAnswered) answers.pop()
      resolve({ answers, closedByServer: !isAnswered })
    })
    void sendAll(typeof pieces === 'string' ? [pieces] : pieces, (piece) => {
      return new Promise((sent) => socket.write(piece, 'latin1', () => setImmediate(sent)))
    })
  })
}

/** The one answer to a request. */
export async function askRaw(
  port: number,
  pieces: string | readonly string[],
  isHead = false,
): Promise<RawAnswer> {
  const { answers } = await exchange(port, pieces, { isHead })
  const [answer] = answers
  if (answer === undefined || answers.length !== 1)
    throw new Error(`${answers.length} answers to ${pieces.toString().slice(0, 200)}`)
  return answer
}

export function headerOf({ headers }: RawAnswer, name: string): string | undefined {
  return headers.find(([known]) => known.toLowerCase() === name)?.[1]
}

async function sendAll(pieces: readonly string[], send: (piece: string) => Promise<unknown>): Promise<void> {
  for (const piece of pieces) await send(piece)
}

/** The answers that are there whole. */
function readAnswers(received: Buffer, isHead: boolean): RawAnswer[] {
  const answers: RawAnswer[] = []
  let at = 0
  for (;;) {
    const end = received.indexOf('\r\n\r\n', at)
    if (end < 0) return answers
    const [first = '', ...lines] = received.subarray(at, end).toString('latin1').split('\r\n')
    const status = Number(first.slice(9, 12))
    const headers = lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trim()]
    })
    const rest = received.subarray(end + 4)
    const read = bodiless(status) || isHead ? { body: Buffer.alloc(0), length: 0 } : readBody(rest, headers)
    if (read === undefined) return answers
    answers.push({ status, headers, body: read.body })
    at = end + 4 + read.length
  }
}

/** By length or by chunks, the two ways in which the site sends; without either there is none. */
function readBody(rest: Buffer, headers: [string, string][]): { body: Buffer; length: number } | undefined {
  const value = (name: string) => headers.find(([known]) => known.toLowerCase() === name)?.[1]
  if (value('transfer-encoding') !== 'chunked') {
    const length = Number(value('content-length') ?? 0)
    return rest.length < length ? undefined : { body: rest.subarray(0, length), length }
  }
  const chunks: Buffer[] = []
  for (let at = 0; ; ) {
    const line = rest.indexOf('\r\n', at)
    const size = Number.parseInt(rest.subarray(at, line).toString('latin1'), 16)
    const next = line + 2 + size + 2
    if (line < 0 || rest.length < next) return undefined
    if (size === 0) return { body: Buffer.concat(chunks), length: next }
    chunks.push(rest.subarray(line + 2, next - 2))
    at = next
  }
}
