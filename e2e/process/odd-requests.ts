/** Requests byte by byte, and what has to come of each. `{page}` stands for a kept document’s path. */
export type OddRequest = {
  name: string
  request: string
  /** What is sent only when it has been answered: a body, so that it is nothing to answer. */
  behind?: string
  /** The statuses of all answers, in order. */
  statuses: number[]
  /** Whether the connection has to be over afterwards, as nobody can say where the next request begins. */
  closes: boolean
}

const host = 'Host: localhost\r\n'
const get = (lines: string, after = '') => `GET {page} HTTP/1.1\r\n${host}${lines}\r\n${after}`
const smuggled = `GET /account HTTP/1.1\r\n${host}\r\n`

const refused = (name: string, request: string, status = 400): OddRequest => ({
  name,
  request,
  statuses: [status],
  closes: true,
})
const answered = (name: string, request: string, ...statuses: number[]): OddRequest => ({
  name,
  request,
  statuses,
  closes: false,
})

/** Where two programs could differ on where a request ends, or on what it says. */
export const unclearRequests: OddRequest[] = [
  refused(
    'a length and chunks',
    get('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${smuggled}`),
  ),
  refused(
    'chunks and a length',
    get('Transfer-Encoding: chunked\r\nContent-Length: 4\r\n', `0\r\n\r\n${smuggled}`),
  ),
  refused('two lengths', get('Content-Length: 0\r\nContent-Length: 50\r\n', smuggled)),
  refused('two equal lengths', get('Content-Length: 5\r\nContent-Length: 5\r\n', 'abcde')),
  refused('a list of lengths', get('Content-Length: 5, 5\r\n', 'abcde')),
  refused('a length with a sign', get('Content-Length: +5\r\n', 'abcde')),
  refused('a length in hexadecimal', get('Content-Length: 0x5\r\n', 'abcde')),
  refused('a negative length', get('Content-Length: -1\r\n')),
  refused('an empty length', get('Content-Length: \r\n')),
  refused('a folded line', get('X-A: b\r\n c\r\n')),
  refused('a length in a folded line', get('X-A: b\r\n\tContent-Length: 50\r\n', smuggled)),
  refused('a bare line end between headers', get('X-A: b\nContent-Length: 50\r\n', smuggled)),
  refused('a bare carriage return', get('X-A: b\rContent-Length: 50\r\n', smuggled)),
  refused('bare line ends throughout', `GET {page} HTTP/1.1\n${host.trim()}\n\n`),
  refused('a NUL in a header', get('X-A: b\0c\r\n')),
  refused('a space before the colon', get('Transfer-Encoding : chunked\r\n', `0\r\n\r\n${smuggled}`)),
  refused('a header without a name', get(': b\r\n')),
  refused('a header without a colon', get('Transfer-Encoding chunked\r\n', `0\r\n\r\n${smuggled}`)),
  refused('chunks that are then nothing special', get('Transfer-Encoding: chunked, identity\r\n')),
  refused('a tab after the method', `GET\t{page} HTTP/1.1\r\n${host}\r\n`),
  refused('a method in small letters', `get {page} HTTP/1.1\r\n${host}\r\n`),
  refused('a method nobody knows', `FOO {page} HTTP/1.1\r\n${host}\r\n`),
  refused('HTTP/1.2', `GET {page} HTTP/1.2\r\n${host}\r\n`),
  refused('HTTP/3.0', `GET {page} HTTP/3.0\r\n${host}\r\n`),
  refused('a letter beyond ASCII in the path', `GET {page}\xe9 HTTP/1.1\r\n${host}\r\n`),
  refused('HTTP/1.1 without a host', 'GET {page} HTTP/1.1\r\n\r\n'),
  refused('two hosts', `GET {page} HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n`),
  refused(
    'two hosts in other letters',
    `GET {page} HTTP/1.1\r\nHost: localhost\r\nHOST: evil.example\r\n\r\n`,
  ),
  refused('a header of 20 kB', get(`X-A: ${'x'.repeat(20_000)}\r\n`), 431),
  refused('a URL of 20 kB', `GET {page}?${'x'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`, 431),
  refused('a write from nowhere', `POST {page} HTTP/1.1\r\n${host}Content-Length: 0\r\n\r\n`, 403),
  refused('TRACE', `TRACE {page} HTTP/1.1\r\n${host}Cookie: secret=1\r\n\r\n`, 403),
  refused('PROPFIND', `PROPFIND {page} HTTP/1.1\r\n${host}\r\n`, 403),
  {
    ...refused('CONNECT', `CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n`),
    statuses: [],
  },
]

/** Unusual, and clear all the same. */
export const unusualRequests: OddRequest[] = [
  answered('a body by length', get(`Content-Length: ${smuggled.length}\r\n`, smuggled), 200),
  {
    ...answered('a body that comes late', get(`Content-Length: ${smuggled.length}\r\n`), 200),
    behind: smuggled,
  },
  {
    ...answered('chunks that come late', get('Transfer-Encoding: chunked\r\n'), 200),
    behind: `${smuggled.length.toString(16)}\r\n${smuggled}\r\n0\r\n\r\n`,
  },
  answered('a body in chunks', get('Transfer-Encoding: chunked\r\n', '5\r\nGET /\r\n0\r\n\r\n'), 200),
  answered('a body, and a request behind it', get('Content-Length: 5\r\n', `abcde${get('')}`), 200, 200),
  answered(
    'three requests at once',
    `${get('')}GET /nowhere HTTP/1.1\r\n${host}\r\n${get('')}`,
    200,
    404,
    200,
  ),
  answered('empty lines before it', `\r\n\r\n${get('')}`, 200),
  answered('a hundred cookies', get(`Cookie: ${'a=b; '.repeat(100)}c=d\r\n`), 200),
  answered('five hundred headers', get('X-A: b\r\n'.repeat(500)), 200),
  answered('every header twice', get('Accept: a/b\r\nAccept: */*\r\nCookie: a=1\r\nCookie: b=2\r\n'), 200),
  answered('a wish for 100 Continue', get('Expect: 100-continue\r\nContent-Length: 0\r\n'), 100, 200),
  answered('a wish nobody knows', get('Expect: tea\r\n'), 417),
  answered('a wish to upgrade', get('Connection: Upgrade\r\nUpgrade: websocket\r\n'), 200),
  answered(
    'a wish for HTTP/2',
    get('Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n'),
    200,
  ),
  answered('a range', get('Range: bytes=0-9\r\n'), 200),
  answered('a range that no page has', get('Range: bytes=999999999-\r\n'), 200),
  answered('a conditional range', get('Range: bytes=0-9\r\nIf-Range: "x"\r\n'), 200),
  answered('an absolute target', `GET http://evil.example{page} HTTP/1.1\r\n${host}\r\n`, 200),
  answered(
    'an absolute target of another scheme',
    `GET ftp://evil.example{page} HTTP/1.1\r\n${host}\r\n`,
    400,
  ),
  answered('OPTIONS', `OPTIONS {page} HTTP/1.1\r\n${host}\r\n`, 405),
  answered('OPTIONS of everything', `OPTIONS * HTTP/1.1\r\n${host}\r\n`, 400),
  answered('a URL of 4 kB', `GET {page}?${'x'.repeat(4000)} HTTP/1.1\r\n${host}\r\n`, 414),
]
