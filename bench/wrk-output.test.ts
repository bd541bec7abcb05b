import { describe, expect, it } from 'vitest'
import { readWrkOutput } from './wrk-output'

const good = `Running 10s test @ http://127.0.0.1:3000/news/49433/ferry
  1 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   714.22us    1.12ms  42.11ms   97.90%
    Req/Sec    25.21k     1.93k   28.14k    81.00%
  Latency Distribution
     50%  604.00us
     75%  702.00us
     90%    0.88ms
     99%    1.04s 
  251020 requests in 10.00s, 2.05GB read
Requests/sec:  25098.73
Transfer/sec:    209.80MB
`

describe('what wrk prints', () => {
  it('is read with its latencies in milliseconds, whatever their unit and the blanks after them', () => {
    expect(readWrkOutput(good)).toEqual({
      requests: 251_020,
      perSecond: 25_098.73,
      p50: 0.604,
      p90: 0.88,
      p99: 1040,
      bytesPerAnswer: (2.05 * 2 ** 30) / 251_020,
      refused: 0,
      broken: 0,
    })
  })

  it('tells answers that were no success', () => {
    const run = readWrkOutput(good.replace('Requests/sec', '  Non-2xx or 3xx responses: 12\nRequests/sec'))
    expect(run.refused).toBe(12)
  })

  it('tells broken connections of every kind', () => {
    const errors = '  Socket errors: connect 1, read 20, write 300, timeout 4000\n'
    expect(readWrkOutput(good.replace('Requests/sec', `${errors}Requests/sec`)).broken).toBe(4321)
  })

  it('is read when nothing was answered', () => {
    const nothing = good.replace('251020 requests in 10.00s, 2.05GB read', '0 requests in 1.04s, 0.00B read')
    expect(readWrkOutput(nothing)).toMatchObject({ requests: 0, bytesPerAnswer: 0 })
  })

  it.each([
    ['nothing', ''],
    ['a refusal', 'unable to connect to 127.0.0.1:3000 Connection refused\n'],
    ['no latencies', good.replaceAll(/^ +\d+% .*\n/gm, '')],
    ['a unit it never had', good.replace('0.88ms', '0.88ns')],
  ])('is refused when it is %s', (_, text) => {
    expect(() => readWrkOutput(text)).toThrow('cannot be read')
  })
})
