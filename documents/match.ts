import { type DocumentRoute, type Lifetime, type OtherRoute, reservedWords, routes } from './routes'

/** A document as a request asks for it. */
export type DocumentPage = {
  world: 'document'
  /** Canonical path and query: what the finished page is kept under. */
  key: string
  /** False for what programs read: a handler's bytes, taken as they are. */
  isPage: boolean
  /** Path and query that Next is asked for. */
  asks: string
  topics: readonly string[]
  lives: Lifetime
  keepsMissing: boolean
  /** Which topics it shows, beside those here, only a render tells. */
  declares: boolean
  /** False: it is made each time, and its bytes are kept nowhere. */
  isKept: boolean
  /** True when the page itself says which URL is canonical (by a redirect, or by `tribune:canonical`). */
  learnsUrl: boolean
}
/** An address that only leads to another. */
export type Lead = { world: 'lead'; location: string }
export type Match = DocumentPage | OtherRoute | Lead

/** The world of a path (as `readTarget` gives it), or undefined: it does not exist. */
export function matchRoute(path: string, query: string): Match | undefined {
  const segments = path === '/' ? [] : path.slice(1).split('/')
  for (const { route, parts } of compiled) {
    const words = matchWords(parts, segments)
    if (words === undefined) continue
    if (words.any !== undefined && reservedWords.includes(words.any)) return undefined
    if (route.world !== 'document') return route
    return leadOf(route, query, words) ?? documentPage(route, path, query, words)
  }
  return undefined
}

type Words = Partial<Record<'id' | 'slug' | 'any' | 'word' | 'year' | 'month' | 'day' | 'key', string>>

type Part = { part: string; ending: string }

const compiled = routes.map((route) => ({
  route,
  parts: route.pattern === '/' ? [] : route.pattern.slice(1).split('/').map(readPart),
}))

/** `{id}.xml` is a word with an ending; everything else has none. */
function readPart(text: string): Part {
  const [, part = text, ending = ''] = /^(\{\w+\})(\.\w+)$/.exec(text) ?? []
  return { part, ending }
}

const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const longestSlug = 200
// Words of any script, as the migration's tag_slug() joins them.
const wordShape = /^[^\s\p{C}\p{Lu}]+$/u
const dateShapes = { year: /^[0-9]{4}$/, month: /^(?:0[1-9]|1[0-2])$/, day: /^(?:0[1-9]|[12][0-9]|3[01])$/ }
// A key of IndexNow's, as lib/env-outgoing.ts admits it.
const keyShape = /^[A-Za-z0-9-]{8,128}$/
const idShape = /^[1-9][0-9]{0,9}$/
const highestId = 2_147_483_647

function matchWords(parts: readonly Part[], segments: readonly string[]): Words | undefined {
  const words: Words = {}
  for (const [index, { part, ending }] of parts.entries()) {
    if (part === '**') return words
    const whole = segments[index]
    if (!whole?.endsWith(ending)) return undefined
    const segment = whole.slice(0, whole.length - ending.length)
    if (segment === '') return undefined
    if (part === '{id}' || part === '{number}') {
      if (!idShape.test(segment) || Number(segment) > highestId) return undefined
      if (part === '{id}') words.id = segment
    } else if (part === '{slug}') {
      if (!slugShape.test(segment) || segment.length > longestSlug || reservedWords.includes(segment))
        return undefined
      words.slug = segment
    } else if (part === '{word}') {
      const word = decodeURIComponent(segment)
      if (!wordShape.test(word) || word.length > longestSlug || encodeURIComponent(word) !== segment)
        return undefined
      words.word = word
    } else if (part === '{year}' || part === '{month}' || part === '{day}') {
      const name = part === '{year}' ? 'year' : part === '{month}' ? 'month' : 'day'
      if (!dateShapes[name].test(segment)) return undefined
      words[name] = segment
    } else if (part === '{key}') {
      if (!keyShape.test(segment)) return undefined
      words.key = segment
    } else if (part === '{any}') words.any = segment
    else if (part !== segment) return undefined
  }
  return parts.length === segments.length ? words : undefined
}

function leadOf(route: DocumentRoute, query: string, words: Words): Lead | undefined {
  if (query === '' || route.leads === undefined) return undefined
  const { name, shape, to } = route.leads
  const value = new URLSearchParams(query).get(name)
  if (value === null || !shape.test(value)) return undefined
  return { world: 'lead', location: fill(to, words).replace('{value}', value) }
}

function documentPage(route: DocumentRoute, path: string, query: string, words: Words): DocumentPage {
  const given = countedQuery(route, query)
  const counted = given.size === 0 ? '' : `?${given}`
  const isKept = !route.notKept?.some((name) => given.has(name))
  return {
    world: 'document',
    key: (route.keptAs === undefined ? path : fill(route.keptAs, words)) + counted,
    isPage: !route.forPrograms,
    asks: (route.asks === undefined ? path : fill(route.asks, words, encodeURIComponent)) + counted,
    topics: route.topics.map((topic) => fill(topic, words)),
    lives: route.lives ?? Number.POSITIVE_INFINITY,
    keepsMissing: isKept && !route.declares,
    declares: route.declares ?? false,
    isKept,
    learnsUrl: route.keptAs !== undefined,
  }
}

function fill(text: string, words: Words, written = (word: string) => word): string {
  return text.replace(
    /\{(id|slug|word|year|month|key)\}/g,
    (_, name: 'id' | 'slug' | 'word' | 'year' | 'month' | 'key') => written(words[name] ?? ''),
  )
}

function countedQuery(route: DocumentRoute, query: string): URLSearchParams {
  const counted = new URLSearchParams()
  if (query === '' || route.query === undefined) return counted
  const given = new URLSearchParams(query)
  for (const [name, shape] of Object.entries(route.query)) {
    const value = given.get(name)
    if (value !== null && shape.test(value)) counted.set(name, value)
  }
  return counted
}
