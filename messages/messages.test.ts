import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { type CallExpression, type Expression, type JSXChild, parseSync, Visitor } from 'oxc-parser'
import { expect, test } from 'vitest'
import en from './en.json'

const house = fileURLToPath(new URL('..', import.meta.url))
const speaking = ['app', 'components', 'documents', 'jobs', 'messages', 'server.ts'].flatMap(sourcesIn)
const words = new Set([...speaking, ...sourcesIn('lib')].flatMap(literalsIn))
const calls = onceOnly(speaking.flatMap(saidIn))

/** Where a sentence stands in the markup itself, and why. */
const written = new Map([
  ['app/global-error.tsx', 'the last resort must not need the file whose failure it may have to tell'],
])

test('every sentence is said somewhere', () => {
  const unsaid = Object.keys(en).filter(
    (key) => !words.has(key) && !calls.some(({ keys }) => keys.includes(key)),
  )
  expect(unsaid).toEqual([])
})

test('every sentence that is asked for is there', () => {
  expect(calls.filter(({ keys }) => keys.length === 0)).toEqual([])
})

test('every sentence reads as ICU, and those without a value say the same when ICU is not asked', () => {
  // Without values say() does not format: a quote that only ICU takes away would then be shown.
  const whole = Object.values(en).filter((sentence) => placeholders(sentence).length === 0)
  expect(whole.map((sentence) => formatOf(sentence).format())).toEqual(whole)
  expect(Object.values(en).filter((sentence) => sentence.includes("'"))).toEqual([])
})

test('every sentence is given what it has a place for', () => {
  const wanting = calls.flatMap(({ at, keys, values }) =>
    keys.flatMap((key) =>
      placeholders(sentenceOf(key))
        .filter((name) => !values.includes(name))
        .map((name) => `${at} wants ${name} for ${key}`),
    ),
  )
  expect(wanting).toEqual([])
})

test('nothing is given that the sentence has no place for', () => {
  const superfluous = calls.filter(({ keys, values }) => {
    const taken = new Set(keys.flatMap((key) => placeholders(sentenceOf(key))))
    return values.some((name) => !taken.has(name))
  })
  expect(superfluous).toEqual([])
})

test('no sentence is written into the markup', () => {
  const markup = ['app', 'components'].flatMap(sourcesIn).flatMap(writtenIn)
  expect(markup.filter(({ file }) => !written.has(file))).toEqual([])
  expect([...new Set(markup.map(({ file }) => file))]).toEqual([...written.keys()])
})

type Source = { file: string; text: string }
type Said = { at: string; keys: string[]; values: string[]; exact: boolean }

function sourcesIn(place: string): Source[] {
  const files = /\.\w+$/.test(place)
    ? ['']
    : readdirSync(join(house, place), { recursive: true, encoding: 'utf8' })
  return files
    .map((file) => join(house, place, file))
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$/.test(path))
    .map((path) => ({ file: relative(house, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
}

/** Every call of say() in a file: the sentences it may ask for, and the names of the values it gives. */
function saidIn(source: Source): Said[] {
  const said: Said[] = []
  visit(source, {
    CallExpression(call: CallExpression) {
      const [key, values] = call.arguments
      if (call.callee.type !== 'Identifier' || call.callee.name !== 'say' || !key) return
      // A key that comes in a variable is typed; the literals of its file say which it may be.
      const keys = key.type === 'Identifier' ? literalsIn(source).filter((word) => word in en) : keysOf(key)
      said.push({
        at: `${source.file}: ${source.text.slice(call.start, call.end)}`,
        keys,
        values: namesOf(values),
        exact: key.type === 'Literal',
      })
    },
  })
  return said
}

/** Of the keys a call may ask for, those that another one asks for by their full name are left to that one. */
function onceOnly(said: Said[]): Said[] {
  const named = new Set(said.flatMap(({ exact, keys }) => (exact ? keys : [])))
  return said.map((call) =>
    call.exact ? call : { ...call, keys: call.keys.filter((key) => !named.has(key)) },
  )
}

/** The key, or those a template can become with words that stand in the sources. */
function keysOf(key: CallExpression['arguments'][number]): string[] {
  if (key.type === 'Literal') return Object.keys(en).filter((each) => each === key.value)
  if (key.type !== 'TemplateLiteral') return []
  const [before = '', after = ''] = key.quasis.map(({ value }) => value.raw)
  return Object.keys(en).filter((each) => {
    const middle = each.slice(before.length, each.length - after.length)
    return each === before + middle + after && words.has(middle)
  })
}

function namesOf(values: CallExpression['arguments'][number] | undefined): string[] {
  if (values?.type !== 'ObjectExpression') return []
  return values.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? [property.key.name] : [],
  )
}

function literalsIn(source: Source): string[] {
  const found: string[] = []
  visit(source, { Literal: ({ value }) => found.push(String(value)) })
  return found
}

function placeholders(sentence: string): string[] {
  const names = new Set<string>()
  const look = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const part of parts) {
      // 0 is plain text and 7 the # of a plural; everything else has a value's name.
      if (part.type !== 0 && part.type !== 7) names.add(part.value)
      if ('options' in part) for (const option of Object.values(part.options)) look(option.value)
    }
  }
  look(formatOf(sentence).getAst())
  return [...names]
}

function formatOf(sentence: string): IntlMessageFormat {
  return new IntlMessageFormat(sentence, 'en', undefined, { ignoreTag: true })
}

function sentenceOf(key: string): string {
  return new Map(Object.entries(en)).get(key) ?? ''
}

const spokenAttributes = new Set([
  'aria-label',
  'aria-description',
  'alt',
  'title',
  'placeholder',
  'label',
  'hint',
])

/** Letters that stand in the markup of a file: text, strings among it, and attributes that are read out or shown. */
function writtenIn(source: Source): { file: string; text: string }[] {
  const found: string[] = []
  const children = (all: JSXChild[]) => {
    for (const child of all) {
      if (child.type === 'JSXText') found.push(child.value)
      if (child.type === 'JSXExpressionContainer') found.push(...lettersOf(child.expression))
    }
  }
  visit(source, {
    JSXElement: (element) => children(element.children),
    JSXFragment: (fragment) => children(fragment.children),
    JSXAttribute: ({ name, value }) => {
      if (name.type !== 'JSXIdentifier' || !spokenAttributes.has(name.name) || !value) return
      found.push(
        ...(value.type === 'JSXExpressionContainer' ? lettersOf(value.expression) : lettersOf(value)),
      )
    },
  })
  return found.filter((text) => /\p{L}/u.test(text)).map((text) => ({ file: source.file, text: text.trim() }))
}

function lettersOf(expression: Expression | { type: string }): string[] {
  if (expression.type === 'Literal' && 'value' in expression) return [String(expression.value)]
  if (expression.type === 'TemplateLiteral' && 'quasis' in expression)
    return expression.quasis.map(({ value }) => value.raw)
  return []
}

function visit({ file, text }: Source, visitor: ConstructorParameters<typeof Visitor>[0]): void {
  new Visitor(visitor).visit(parseSync(file, text).program)
}
