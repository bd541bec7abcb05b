import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'

// What is made, fetched or kept, and so nobody's style.
const passedBy = new Set(['public', 'prisma/generated', 'next-env.d.ts'])
const languages = new Set(['.ts', '.tsx', '.mjs', '.js'])

/**
 * @typedef {{ to: string, isPackage: boolean, isType: boolean, specifier: string, line: number, names: string[] }} Import
 *   `to` is a path from the root of the project, or a package as it is named.
 * @typedef {{ path: string, code: string, isTest: boolean, directives: string[], imports: Import[], functions: { name: string, code: string, line: number }[], onlyPassesOn: boolean }} Module
 *   `code` is the text with its comments blanked out; `functions` are those that are exported.
 */

/** Reads every source file under `root`. @returns {Module[]} in the order of their paths */
export function readModules(root) {
  return listFiles(root, '').map((path) => readModule(root, path))
}

function listFiles(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .filter(({ name }) => !passedBy.has(posix.join(folder, name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      if (entry.isDirectory()) return listFiles(root, path)
      return languages.has(extname(path)) ? [path] : []
    })
}

function readModule(root, path) {
  const text = readFileSync(join(root, path), 'utf8')
  const { program, module, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`)
  const code = comments.reduce((left, { start, end }) => blank(left, start, end), text)
  const lineOf = (offset) => text.slice(0, offset).split('\n').length
  return {
    path,
    code,
    isTest: /\.(test|fixture)\.\w+$|^lib\/database\/test-|^e2e\/|^playwright\.config/.test(path),
    directives: program.body.flatMap(({ directive }) => directive ?? []),
    imports: requestsOf(module, text).map(({ start, ...request }) => ({
      ...request,
      ...resolve(root, path, request.specifier),
      line: lineOf(start),
    })),
    functions: exportedFunctions(program, code).map(({ start, ...made }) => ({
      ...made,
      line: lineOf(start),
    })),
    onlyPassesOn: program.body.length > 0 && program.body.every(passesOn),
  }
}

function requestsOf({ staticImports, staticExports, dynamicImports }, text) {
  return [
    ...staticImports.map(({ moduleRequest, entries, start }) => ({
      specifier: moduleRequest.value,
      isType: entries.length > 0 && entries.every(({ isType }) => isType),
      names: entries.map(({ importName, localName }) => importName.name ?? localName.value),
      start,
    })),
    ...staticExports.flatMap(({ entries, start }) =>
      entries
        .filter(({ moduleRequest }) => moduleRequest)
        .map(({ moduleRequest, isType, importName }) => ({
          specifier: moduleRequest.value,
          isType,
          names: importName.name ? [importName.name] : [],
          start,
        })),
    ),
    ...dynamicImports.map(({ moduleRequest, start }) => ({
      specifier: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      isType: false,
      names: [],
      start,
    })),
  ]
}

function resolve(root, from, specifier) {
  const own = /^(@\/|\.)/.test(specifier)
  if (!own) return { to: specifier, isPackage: true }
  const bare = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(posix.dirname(from), specifier)
  const found = ['', ...languages, ...[...languages].map((end) => `/index${end}`)]
    .map((end) => bare + end)
    .find((path) => extname(path) !== '' && existsSync(join(root, path)))
  // What is not there yet is generated: TypeScript, as everything is.
  return { to: found ?? `${bare}.ts`, isPackage: false }
}

function exportedFunctions(program, code) {
  return program.body.flatMap((statement) => {
    const { type, declaration, start, end } = statement
    const about = { code: code.slice(start, end), start }
    if (type === 'ExportDefaultDeclaration') return [{ name: 'default', ...about }]
    if (type !== 'ExportNamedDeclaration' || !declaration) return []
    const { id, declarations = [{ id }] } = declaration
    return declarations.map((declared) => ({ name: declared.id?.name ?? '', ...about }))
  })
}

function passesOn({ type, source, directive }) {
  return directive || type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && source)
}

function blank(text, start, end) {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
}
