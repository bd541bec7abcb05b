/** One run of wrk. Latencies in milliseconds. */
export type WrkRun = {
  requests: number
  perSecond: number
  p50: number
  p90: number
  p99: number
  /** Of an answer with its headers, on the average. */
  bytesPerAnswer: number
  /** Answers that were no success, and connections that failed or waited too long. */
  refused: number
  broken: number
}

/** Reads what `wrk --latency` prints. Throws when it is something else. */
export function readWrkOutput(text: string): WrkRun {
  const [, requests = '', bytes = ''] =
    /^\s*(\d+) requests in \S+, (\S+) read\s*$/m.exec(text) ?? unreadable(text)
  const percentile = (share: number) =>
    milliseconds(new RegExp(`^\\s*${share}%\\s+(\\S+)\\s*$`, 'm').exec(text)?.[1] ?? unreadable(text))
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text) ?? []
  return {
    requests: Number(requests),
    perSecond: Number(/^Requests\/sec:\s+(\S+)$/m.exec(text)?.[1] ?? unreadable(text)),
    p50: percentile(50),
    p90: percentile(90),
    p99: percentile(99),
    bytesPerAnswer: Number(requests) === 0 ? 0 : sizeOf(bytes) / Number(requests),
    refused: Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0),
    broken: errors.slice(1).reduce((sum, count) => sum + Number(count), 0),
  }
}

const millisecondsIn: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 }
const bytesIn: Record<string, number> = { B: 1, KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30, TB: 2 ** 40 }

function milliseconds(text: string): number {
  return withUnit(text, millisecondsIn)
}

function sizeOf(text: string): number {
  return withUnit(text, bytesIn)
}

function withUnit(text: string, units: Record<string, number>): number {
  const [, number, unit = ''] = /^([\d.]+)([A-Za-z]+)$/.exec(text) ?? []
  const factor = units[unit]
  return factor === undefined ? unreadable(text) : Number(number) * factor
}

function unreadable(text: string): never {
  throw new Error(`wrk printed something that cannot be read:\n${text}`)
}
