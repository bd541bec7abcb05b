import { speculationHeader } from './speculation'

/** Header lists are flat: name, value, name, value, as `writeHead` takes them. */
export type HeaderList = readonly string[]

export type Policies = {
  document: HeaderList
  /** Files, feeds and answers of the API: nothing in them may run or be framed. */
  data: HeaderList
  /** The same for what anybody's program may read, wherever it runs: feeds, sitemaps. */
  program: HeaderList
  private: (nonce: string) => { csp: string; headers: HeaderList }
}

/**
 * The security headers of each world. `live` (the development server) loosens exactly what hot reload needs:
 * `eval`, inline scripts and styles, and its websocket; readers never get it.
 */
export function securityPolicies(siteUrl: URL, live: boolean): Policies {
  const common = [...everywhere, ...(siteUrl.protocol === 'https:' ? strictTransport : [])]
  const forData = ['Content-Security-Policy', dataPolicy, ...common]
  const withPolicy = (csp: string): HeaderList => ['Content-Security-Policy', csp, ...common, ...ofPages]
  return {
    document: live
      ? withPolicy(livePolicy("'unsafe-inline'"))
      : [...withPolicy(documentPolicy), 'Speculation-Rules', speculationHeader()],
    data: forData,
    program: openToAll(forData),
    private: (nonce) => {
      const csp = live ? livePolicy(`'nonce-${nonce}'`) : privatePolicy(nonce)
      return { csp, headers: withPolicy(csp) }
    },
  }
}

const dataPolicy = "default-src 'none'; frame-ancestors 'none'"

const base = [
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

const documentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  ...base,
  "require-trusted-types-for 'script'",
  'trusted-types tribune',
].join('; ')

/**
 * Next's runtime makes the policies `nextjs` (client/trusted-types) and `nextjs#bundler` (webpack's loader); for
 * Turbopack's loader, which makes none, the page brings a `default` one (app/trusted-scripts.tsx). `tribune-paste` reads
 * what is pasted into an article in a document of nobody's.
 */
function privatePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    ...base,
    "require-trusted-types-for 'script'",
    'trusted-types nextjs nextjs#bundler tribune tribune-paste default',
  ].join('; ')
}

function livePolicy(source: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'unsafe-eval' ${source}`,
    "style-src 'self' 'unsafe-inline'",
    ...base.map((line) => (line.startsWith('connect-src') ? `${line} ws: wss:` : line)),
  ].join('; ')
}

/** A program in another site's page may read it as well: it is the same for everyone. */
function openToAll(headers: HeaderList): HeaderList {
  const open = headers.map((value, index) =>
    headers[index - 1] === 'Cross-Origin-Resource-Policy' ? 'cross-origin' : value,
  )
  return [...open, 'Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', 'ETag']
}

/** Everything a browser can be told that no page of ours may do, nor anything in one; only readers' own sharing is not here. */
const powers = [
  'accelerometer attribution-reporting autoplay browsing-topics camera clipboard-read clipboard-write compute-pressure',
  'cross-origin-isolated deferred-fetch digital-credentials-get display-capture encrypted-media fullscreen gamepad',
  'geolocation gyroscope hid identity-credentials-get idle-detection interest-cohort join-ad-interest-group keyboard-map',
  'language-detector language-model local-fonts local-network-access magnetometer microphone midi',
  'on-device-speech-recognition otp-credentials payment picture-in-picture private-aggregation',
  'private-state-token-issuance private-state-token-redemption publickey-credentials-create publickey-credentials-get',
  'run-ad-auction screen-wake-lock serial shared-storage shared-storage-select-url storage-access summarizer sync-xhr',
  'translator usb window-management xr-spatial-tracking',
]

const everywhere = [
  'Cross-Origin-Resource-Policy',
  'same-origin',
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'strict-origin-when-cross-origin',
]

/** For pages: more than a kilobyte that says nothing about a style sheet, a font or a feed. */
const ofPages = [
  'Cross-Origin-Opener-Policy',
  'same-origin',
  'Permissions-Policy',
  powers
    .join(' ')
    .split(' ')
    .map((power) => `${power}=()`)
    .join(', '),
]

const strictTransport = ['Strict-Transport-Security', 'max-age=31536000']
