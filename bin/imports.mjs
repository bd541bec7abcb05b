import { fileURLToPath } from 'node:url'
import { findCycles } from './imports/cycles.mjs'
import { exceptions } from './imports/exceptions.mjs'
import { readModules } from './imports/graph.mjs'
import { rules } from './imports/rules.mjs'

const noCycles = { name: 'no-cycles', sentence: 'modules do not import each other in a ring' }

/** The names of all rules, in the order they are told. */
export const ruleNames = [...rules, noCycles].map(({ name }) => name)

/**
 * Who imports whom in the tree under `root`, against the rules of the house.
 * @returns {{ violations: { path: string, line: number, rule: string, sentence: string, what?: string }[], excused: Set<object> }}
 *   what breaks a rule, and the exceptions that excused something
 */
export function checkImports(root) {
  const modules = readModules(root)
  const excused = new Set()
  const violations = [
    ...modules.flatMap((module) =>
      rules
        .filter(({ tests }) => tests || !module.isTest)
        .flatMap(({ name, sentence, find }) =>
          find(module).map((found) => ({ ...found, path: module.path, rule: name, sentence })),
        ),
    ),
    ...findCycles(modules).map((ring) => ({ ...ring, rule: noCycles.name, sentence: noCycles.sentence })),
  ].filter((violation) => {
    const excuse = exceptions.find(
      ({ rule, path, what }) =>
        rule === violation.rule && path.test(violation.path) && (what?.test(violation.what ?? '') ?? true),
    )
    if (excuse) excused.add(excuse)
    return !excuse
  })
  return { violations, excused }
}

function main() {
  const { violations } = checkImports(fileURLToPath(new URL('..', import.meta.url)))
  for (const { path, line, rule, sentence, what } of violations)
    process.stdout.write(`${path}:${line} ${rule}: ${sentence}${what ? ` (${what})` : ''}\n`)
  process.exitCode = violations.length > 0 ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
