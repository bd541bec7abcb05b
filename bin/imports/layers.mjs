/** Where what was generated from the schema lies; it need not be there while this runs. */
const generated = 'prisma/generated'

/**
 * The folders of the house and what each may import: values, and beyond them types. A folder may always import
 * itself. lib's inner rules, and what of lib a component or a page may touch, stand in rules.mjs.
 * @type {Record<string, { values: string[], types?: string[], sentence: string }>}
 */
export const layers = {
  app: {
    values: ['components', 'lib', 'messages', `${generated}/enums`],
    types: [generated],
    sentence: 'app imports components, lib and messages only',
  },
  components: {
    values: ['lib', 'messages'],
    types: [generated],
    sentence: 'components import rules and types of lib, and messages only',
  },
  islands: {
    values: [],
    types: ['app', 'lib'],
    sentence: 'the browser’s script imports nothing of the house beyond types',
  },
  documents: {
    values: [],
    types: ['app', 'lib'],
    sentence: 'documents import nothing of the house beyond types: server.ts hands them what they need',
  },
  messages: { values: [], sentence: 'messages import nothing of the house' },
  lib: { values: [generated], sentence: 'lib knows nothing about pages, processes or sentences' },
  jobs: { values: ['lib', 'messages', generated], sentence: 'jobs import lib and messages only' },
  cli: { values: ['lib', generated], sentence: 'the command line imports lib only' },
  'prisma/seed': { values: ['lib', generated], sentence: 'the demonstration is loaded through lib only' },
  prisma: { values: [], sentence: 'nothing but the demonstration has code in prisma' },
  e2e: {
    values: ['lib', generated],
    sentence: 'journeys import lib only: the rest they see through the browser',
  },
  bench: {
    values: ['lib', 'prisma/seed', 'e2e', 'bin/chromium', 'bin/run-shown', generated],
    sentence: 'measurements import lib, the demonstration, what the journeys use and what installs programs',
  },
  bin: {
    values: ['cli', 'server', 'server.ts'],
    sentence: 'what is in bin starts the process or the command line, and that is all',
  },
  server: {
    values: ['documents', 'jobs', 'lib', 'messages', 'prisma/seed'],
    sentence: 'the processes put documents, jobs and lib together; pages are Next’s to find',
  },
  'the root': {
    values: ['lib', 'server'],
    sentence: 'the process that is started leaves documents, jobs and pages to its workers',
  },
}

/** The folder of the house a file is in, as `layers` names it; other folders by their own name. */
export function layerOf(path) {
  if (path === 'playwright.config.ts') return 'e2e'
  if (!path.includes('/')) return 'the root'
  if (within(path, 'prisma/seed')) return 'prisma/seed'
  return path.split('/')[0]
}

/** Whether a path is a folder, the file of that name, or something in it. */
export function within(path, folder) {
  return path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`)
}

/**
 * The nouns of lib and those each may lean on. They point one way, so that a change in one is read in those to its
 * left only; a new noun takes its place here.
 */
export const nouns = {
  api: ['search', 'feeds', 'comments', 'articles', 'readers'],
  feeds: ['comments', 'articles', 'readers'],
  notices: ['moderation', 'comments', 'articles', 'readers'],
  newsroom: ['moderation', 'comments', 'articles', 'readers'],
  moderation: ['comments', 'articles', 'readers'],
  comments: ['articles', 'readers'],
  importing: ['articles'],
  search: ['articles'],
  articles: [],
  readers: [],
}

/** lib's folder for the server underneath, which is no noun. */
const ground = 'database'

/** The noun a file belongs to, if it does. */
export function nounOf(path) {
  const [, noun] = /^lib\/([^/]+)\//.exec(path) ?? []
  return noun === ground ? undefined : noun
}

// They run SQL or keep files, though they are named for their one idea and not queries or commands.
const reading = ['lib/comments/drift.ts', 'lib/comments/earlier.ts']
const writing = [
  'lib/articles/move-anchors.ts',
  'lib/articles/pictures.ts',
  'lib/comments/author.ts',
  'lib/comments/counters.ts',
  'lib/comments/counters-many.ts',
  'lib/comments/insert.ts',
  'lib/comments/pending.ts',
  'lib/comments/tell-mentioned.ts',
  'lib/moderation/write-many.ts',
  'lib/newsroom/working-copy.ts',
]
// Pure, though they stand on lib's own floor.
const commonRules = [
  'lib/difference.ts',
  'lib/outcome.ts',
  'lib/public-id.ts',
  'lib/safe-path.ts',
  'lib/site-time.ts',
  'lib/zoned-time.ts',
]

export function isWriter(path) {
  return /^lib\/[^/]+\/commands\b/.test(path) || writing.includes(path)
}

export function isQuery(path) {
  return /^lib\/[^/]+\/queries\b/.test(path) || reading.includes(path)
}

/** Whether a file of lib is a rule: pure, and free to be imported by rules and components. */
export function isRule(path) {
  return nounOf(path) ? !isWriter(path) && !isQuery(path) : commonRules.includes(path)
}
