import { z } from 'zod'

/**
 * W3C's Web Application Manifest (w3.org/TR/appmanifest) as far as Tribune writes it: of its members these, in the shapes
 * they must have. There is a schema of it on npm, kept as types under GPL; this is in words of our own.
 */
export const webManifest = z.strictObject({
  id: z.string().regex(/^\//),
  name: z.string().min(1),
  short_name: z.string().min(1),
  description: z.string().min(1),
  lang: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/),
  dir: z.enum(['ltr', 'rtl', 'auto']),
  start_url: z.string().regex(/^\//),
  scope: z.string().regex(/^\//),
  display: z.enum(['fullscreen', 'standalone', 'minimal-ui', 'browser']),
  icons: z
    .array(
      z.strictObject({
        src: z.string().regex(/^\//),
        type: z.templateLiteral(['image/', z.string().min(1)]),
        sizes: z.union([z.literal('any'), z.string().regex(/^[1-9]\d*x[1-9]\d*(?: [1-9]\d*x[1-9]\d*)*$/)]),
        purpose: z.enum(['any', 'maskable', 'monochrome']).optional(),
      }),
    )
    .min(1),
})

const dateAndTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
const languages = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*(?:, ?[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)*$/
const yearMs = 366 * 86_400_000

/** What is wrong with a security.txt, by the grammar of RFC 9116 (section 4) and what section 2.5 asks of each field. */
export function securityTxtFaults(text: string, now: Date): string[] {
  if (!text.endsWith('\n')) return ['its last line has no end']
  const fields = text
    .slice(0, -1)
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => /^([A-Za-z-]+): (\S.*)$/.exec(line) ?? [line, '', ''])
  const valuesOf = (name: string) => fields.filter(([, is]) => is === name).map(([, , value = '']) => value)
  const [expires = '', ...more] = valuesOf('Expires')
  const left = new Date(expires).getTime() - now.getTime()
  const known = new Set([
    'Acknowledgments',
    'Canonical',
    'Contact',
    'Encryption',
    'Expires',
    'Hiring',
    'Policy',
  ])
  return [
    ...fields.filter(([, name = '']) => name === '').map(([line]) => `no field: ${line}`),
    ...fields
      .filter(([, name = '', value = '']) => known.has(name) && name !== 'Expires' && !isSecure(value))
      .map(([line]) => `no address that is safe: ${line}`),
    ...(valuesOf('Contact').length === 0 ? ['nobody to write to'] : []),
    ...(dateAndTime.test(expires) && more.length === 0 ? [] : ['Expires is there once, as RFC 3339 has it']),
    ...(left > 0 && left < yearMs ? [] : ['it is over, or good for more than a year']),
    ...(valuesOf('Preferred-Languages').every((value) => languages.test(value)) ? [] : ['no languages']),
    ...(valuesOf('Preferred-Languages').length > 1 ? ['languages are there twice'] : []),
  ]
}

/** Web addresses begin with https, but for a site on one's own machine. */
function isSecure(value: string): boolean {
  if (/^(?:mailto|tel):\S+$/.test(value)) return true
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost')
}
