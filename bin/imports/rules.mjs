import { isQuery, isRule, isWriter, layerOf, layers, nounOf, nouns, within } from './layers.mjs'

// Packages that compute and do nothing else: no files, no network, no clock of their own.
const pure = [
  'zod',
  'node:crypto',
  '@node-rs/argon2',
  '@zxcvbn-ts/language-common',
  'diff',
  'mdast',
  'mdast-util-from-markdown',
  'mdast-util-gfm-autolink-literal',
  'mdast-util-gfm-table',
  'mdast-util-to-markdown',
  'micromark-extension-gfm-autolink-literal',
  'micromark-extension-gfm-table',
  'obscenity',
  'unhomoglyph',
]
const pages = /^(next|next-auth|react|react-dom)(\/|$)/
const privatePages = ['app/(private)', 'app/admin']
const guarded = /\bawait\s+(requireModerator|currentModerator|requireEditor|currentEditor)\(/
const verbs = ['default', 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * Every rule: its name, what it says, and where in a module it is broken. `tests` says that test files keep it, too.
 * @type {{ name: string, sentence: string, tests?: true, find: (module: import('./graph.mjs').Module) => { line: number, what?: string }[] }[]}
 */
export const rules = [
  ...Object.entries(layers).map(([layer, { values, types = [], sentence }]) => ({
    name: `${layer.replaceAll(/[ /]/g, '-')}-imports`,
    sentence,
    tests: /** @type {const} */ (true),
    find: (module) =>
      layerOf(module.path) === layer ? imports(module, leaves(layer, values, types, module.isTest)) : [],
  })),
  {
    name: 'house-plan',
    sentence: 'this folder is not in the plan of the house (bin/imports/layers.mjs)',
    tests: true,
    find: ({ path }) => (Object.hasOwn(layers, layerOf(path)) ? [] : [{ line: 1 }]),
  },
  {
    name: 'app-asks-lib',
    sentence: 'pages and handlers ask queries and commands, never the database or what commands are made of',
    find: (module) =>
      from(
        'app',
        module,
        ({ to, isType }) =>
          !isType &&
          /^lib\/(db|open-database|database\/|outbox|pace|shared|comments\/(author|counters|insert)\.)/.test(
            to,
          ),
      ),
  },
  {
    name: 'components-arrange',
    sentence: 'a component takes props and arranges them: of lib it imports rules, types and lib/site only',
    find: (module) =>
      from(
        'components',
        module,
        ({ to, isType }) => !isType && within(to, 'lib') && !isRule(to) && to !== 'lib/site.ts',
      ),
  },
  {
    name: 'auth-alone-knows-next',
    sentence: 'queries and commands take the viewer as an argument: only lib/auth.ts knows Next and React',
    find: (module) => from('lib', module, ({ to }) => module.path !== 'lib/auth.ts' && pages.test(to)),
  },
  {
    name: 'rules-are-pure',
    sentence:
      'a rule imports rules, types, and packages that only compute (bin/imports/rules.mjs lists them)',
    find: (module) =>
      isRule(module.path)
        ? imports(
            module,
            ({ to, isPackage, isType }) => !isType && !(isPackage ? pure.includes(to) : isRule(to)),
          )
        : [],
  },
  {
    name: 'queries-read',
    sentence: 'a query imports nothing that writes',
    find: (module) =>
      isQuery(module.path) ? imports(module, ({ to, isType }) => !isType && isWriter(to)) : [],
  },
  {
    name: 'nouns-one-way',
    sentence: 'the nouns of lib point one way (bin/imports/layers.mjs says which)',
    find: (module) => {
      const noun = nounOf(module.path)
      if (!noun) return []
      if (!Object.hasOwn(nouns, noun)) return [{ line: 1, what: `${noun} has no place yet` }]
      return imports(
        module,
        ({ to }) => nounOf(to) && nounOf(to) !== noun && !nouns[noun].includes(nounOf(to)),
      )
    },
  },
  {
    name: 'common-ground',
    sentence: 'what all of lib stands on knows no noun; lib/auth.ts knows readers',
    find: (module) =>
      nounOf(module.path)
        ? []
        : from(
            'lib',
            module,
            ({ to }) => nounOf(to) && !(module.path === 'lib/auth.ts' && nounOf(to) === 'readers'),
          ),
  },
  {
    name: 'tests-stay-outside',
    sentence: 'what runs imports nothing that is there for tests',
    // Measurements go through the doors the journeys use.
    find: (module) =>
      imports(module, ({ to }) => {
        const isJourney = layerOf(module.path) === 'bench' && to.startsWith('e2e/')
        return !isJourney && /\.(test|fixture)\.|^lib\/database\/test-|^e2e\//.test(to)
      }),
  },
  {
    name: 'engine-opened-once',
    sentence:
      'Prisma’s client comes with its engine and the whole schema: lib/open-database.ts imports it, others its types, and SQL from prisma/generated/internal/prismaNamespace',
    tests: true,
    find: (module) =>
      module.path === 'lib/open-database.ts'
        ? []
        : imports(module, ({ to, isType }) => !isType && to === `prisma/generated/client.ts`),
  },
  {
    name: 'no-barrels',
    sentence: 'a file has something of its own: no index, nothing that only passes on',
    tests: true,
    find: ({ path, onlyPassesOn }) =>
      /(^|\/)index\.\w+$/.test(path) || (onlyPassesOn && !/^app\/.*\/(page|route)\.tsx?$/.test(path))
        ? [{ line: 1 }]
        : [],
  },
  {
    name: 'no-drawers',
    sentence: 'a file is named for the thing inside: no utils, helpers, types, constants',
    tests: true,
    find: ({ path }) =>
      /(^|\/)(utils?|helpers?|types?|constants?|common|misc)(\/|\.\w)/.test(path) ? [{ line: 1 }] : [],
  },
  {
    name: 'worlds-apart',
    sentence: 'soft navigation and server actions stay within app/(private) and app/admin',
    find: (module) => [
      ...imports(module, ({ to }) => /^next\/(link|form)$/.test(to) && !isPrivate(module.path)),
      ...(/^[\t ]*['"]use server['"]/m.test(module.code) && !isPrivate(module.path)
        ? [{ line: 1, what: 'use server' }]
        : []),
    ],
  },
  {
    name: 'documents-without-scripts',
    sentence:
      'client components stay within app/(private) and app/admin: a document carries no framework script',
    find: ({ path, directives }) =>
      directives.includes('use client') && !isPrivate(path) ? [{ line: 1 }] : [],
  },
  {
    name: 'desk-guarded',
    sentence:
      'every page, handler and action of the desk awaits requireModerator, requireEditor or currentModerator itself',
    find: ({ path, functions, directives }) => {
      const isAction = directives.includes('use server')
      if (!/^app\/(api\/)?admin\//.test(path) || !(isAction || /\/(page|route)\.tsx?$/.test(path))) return []
      const doors = functions.filter(({ name }) => isAction || verbs.includes(name))
      if (doors.length === 0) return [{ line: 1, what: 'no function to be seen here' }]
      return doors.filter(({ code }) => !guarded.test(code)).map(({ line, name }) => ({ line, what: name }))
    },
  },
  {
    name: 'by-alias',
    sentence: 'across folders imports begin with @/, but in bin, where plain Node runs and knows no alias',
    tests: true,
    find: (module) =>
      layerOf(module.path) === 'bin'
        ? []
        : imports(
            module,
            ({ to, specifier }) => specifier.startsWith('../') && layerOf(to) !== layerOf(module.path),
          ),
  },
]

function imports(module, breaks) {
  return module.imports.filter(breaks).map(({ line, to }) => ({ line, what: to }))
}

function from(layer, module, breaks) {
  return layerOf(module.path) === layer ? imports(module, breaks) : []
}

/** Whether an import leaves what a layer may import. Tests ask lib as well, to prepare what they look at. */
function leaves(layer, values, types, isTest) {
  return ({ to, isPackage, isType }) => {
    const allowed = [...values, ...(isType ? types : []), ...(isTest ? ['lib', 'prisma/generated'] : [])]
    return !isPackage && layerOf(to) !== layer && !allowed.some((folder) => within(to, folder))
  }
}

function isPrivate(path) {
  return privatePages.some((folder) => within(path, folder))
}
