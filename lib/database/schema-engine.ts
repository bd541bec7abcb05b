import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { EngineAdapters } from './engine-adapter'

/** Nothing is kept out of what the engine compares or applies. */
export const everything = { externalTables: [], externalEnums: [] }

/** All that applying migrations needs to know of the schema. */
export const providerOnly = 'datasource db {\n  provider = "postgresql"\n}\n'

/**
 * Prisma's schema engine in WebAssembly: the same program `prisma migrate` downloads as a binary from a host of
 * its own. It takes about 60 MB for as long as the process lives, so only short processes open it.
 */
export async function openSchemaEngine(adapters: EngineAdapters, schema: string = providerOnly) {
  loaded ??= load()
  const { SchemaEngine } = await loaded
  const quiet = () => undefined
  const factory = bindMigrationAwareSqlAdapterFactory(adapters)
  return SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, quiet, factory)
}

/** Once: the package's functions work on the one memory they were last given. */
let loaded: ReturnType<typeof load> | undefined

async function load() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(file.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...engine } })
  // Where the engine leaves the reason before it traps; without it the reason would be lost in a TypeError.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (reason: string) => console.error(reason) },
  })
  engine.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports
  if (typeof start !== 'function') throw new Error(`${file} is not the schema engine this code knows`)
  start()
  return engine
}
