import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'

/** What has got through elsewhere: markup, addresses, Markdown, templates, and what parsers read differently. */
export const ownVectors = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  "<svg/onload='alert(1)'>",
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '" autofocus onfocus="alert(1)',
  '</textarea><script>alert(1)</script>',
  '</title></style></template></noscript><script>alert(1)</script>',
  '<a href="javascript:alert(1)">press</a>',
  '[press](javascript:alert(1))',
  '[press](JaVa\tScRiPt:alert(1))',
  '[press](&#106;avascript:alert(1))',
  '[press](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[press](vbscript:msgbox(1))',
  '[press](<javascript:alert(1)>)',
  '[press](https://a.example "onmouseover=alert(1)")',
  '![x](javascript:alert(1))',
  '![x](x"onerror="alert(1))',
  '<javascript:alert(1)>',
  '[a]: javascript:alert(1)\n[a]',
  'https://a.example/"onmouseover="alert(1)',
  "https://a.example/'><script>alert(1)</script>",
  'www.a.example/<img src=x onerror=alert(1)>',
  '`<script>alert(1)</script>`',
  '```html\n<script>alert(1)</script>\n```',
  '> <iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '- <details open ontoggle=alert(1)>',
  '**<b onclick=alert(1)>**',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><button formaction=javascript:alert(1)>press',
  '<xmp><svg onload=alert(1)></xmp>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '{{constructor.constructor("alert(1)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an attack as it stands
  '${alert(1)}',
  '\u2028<script>alert(1)</script>\u2029',
  '<\u0130mg src=x onerror=alert(1)>',
  '＜script＞alert(1)＜/script＞',
  '<!--><script>alert(1)</script>',
  '<base href="javascript:/a/-alert(1)///"><a href=../lol/safari.html>press</a>',
  '@<script>alert(1)</script>',
]

/** A collection of vectors, one JSON object with a `payload` a line, where there is one on this machine. */
export async function readVectors(path: string): Promise<string[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean)
  const payloads = lines.map((line): unknown => JSON.parse(line).payload)
  return [...new Set(payloads.filter((payload) => typeof payload === 'string'))].filter(
    (payload) => payload.trim() !== '' && payload.isWellFormed() && !/[\0\ufffd]/.test(payload),
  )
}

/** Lists of texts put together, parted by blank lines, none longer than a comment. */
export function inBatches(texts: string[], longest = 4_800): string[] {
  const batches: string[] = []
  for (const text of texts) {
    const last = batches.at(-1)
    const joined = last === undefined ? text : `${last}\n\n${text}`
    if (last !== undefined && [...joined].length <= longest) batches[batches.length - 1] = joined
    else batches.push([...text].slice(0, longest).join(''))
  }
  return batches
}

/** Nothing of a page is anybody's but the site's: no script, no handler, no address that runs, no part that is not allowed. */
export async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(findHarm), page.url()).toEqual([])
}

/** Runs in the page. */
function findHarm(): string[] {
  const harm: string[] = []
  const own = (script: HTMLScriptElement) =>
    script.dataset.island !== undefined ||
    script.type === 'application/ld+json' ||
    script.nonce !== '' ||
    /^\/(?:_next\/static|islands)\//.test(new URL(script.src || 'about:blank', location.href).pathname)
  for (const script of document.querySelectorAll('script')) if (!own(script)) harm.push(script.outerHTML)
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      // Next's runtime brings an element of its own with a style.
      const isForeign = name === 'srcdoc' || (name === 'style' && element.closest('main') !== null)
      // Browsers skip spaces and controls in an address.
      const runs = /^(?:javascript|vbscript|data:(?!image\/)):?/i.test(value.replace(/[\s\p{Cc}]/gu, ''))
      if (name.startsWith('on') || isForeign || (runs && /href|src|action|data$/.test(name)))
        harm.push(element.outerHTML)
    }
  const allowed = 'p, br, em, strong, code, pre, a, ul, ol, li, blockquote'
  for (const element of document.querySelectorAll('.words *'))
    if (!element.matches(allowed)) harm.push(`not allowed: ${element.outerHTML}`)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.words a'))
    if (
      !/^(?:https?:|mailto:)/.test(link.href) ||
      (link.origin !== location.origin && link.rel !== 'ugc nofollow')
    )
      harm.push(link.outerHTML)
  return harm.map((each) => each.slice(0, 300))
}

/** Where a large collection lies, if it does; see CONTRIBUTING.md. */
const collection = process.env.TRIBUNE_VECTORS
const longWanted = process.env.TRIBUNE_LONG === '1' && collection !== undefined
/** How long a journey with the collection may take. */
export const manyMinutes = 20 * 60_000

type Vectors = { name: string; isCollection: boolean; read(): Promise<string[]> }

/** What every entry is tried with: our own, and where it is asked for a collection of thousands. */
export const vectorLists: Vectors[] = [
  { name: 'what we know of', isCollection: false, read: async () => ownVectors },
  ...(longWanted
    ? [{ name: 'a collection of thousands', isCollection: true, read: () => readVectors(collection) }]
    : []),
]
