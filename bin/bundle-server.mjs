// Puts the server's own code together in a folder (the argument), so that a start compiles nothing. Packages stay
// where they are. A program of its own, because esbuild leaves a process behind in whoever asked it.
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

/** The programs of the server, from source: entry points of the bundle, which end up beside each other. */
const programs = {
  server: 'server.ts',
  worker: 'server/worker.ts',
  setup: 'server/setup.ts',
  'encode-pictures': 'documents/encode-pictures.ts',
  'migrate-process': 'lib/database/migrate-process.ts',
}

/**
 * Prisma's query compiler comes as a module with 4.6 MB of base64, which a process would hold twice for ever. Here the
 * bytes lie beside the programs, and are read when Prisma asks `Buffer.from` for them, which it does once.
 */
const compilerAsFile = {
  name: 'compiler-as-file',
  setup({ onResolve, onLoad, initialOptions: { outdir } }) {
    const namespace = 'compiler'
    onResolve({ filter: /\.wasm-base64\.mjs$/ }, ({ path }) => ({ path, namespace }))
    onLoad({ filter: /./, namespace }, async ({ path }) => {
      const { wasm } = await import(path)
      const name = basename(path).replace(/-base64\.mjs$/, '')
      await mkdir(outdir, { recursive: true })
      await writeFile(join(outdir, name), Buffer.from(wasm, 'base64'))
      const contents = `import { readFileSync } from 'node:fs'
        export const wasm = { valueOf: () => readFileSync(new URL(${JSON.stringify(name)}, import.meta.url)) }`
      return { contents }
    })
  },
}

await build({
  entryPoints: programs,
  outdir: process.argv[2],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  outExtension: { '.js': '.mjs' },
  packages: 'external',
  plugins: [compilerAsFile],
  sourcemap: 'linked',
  logLevel: 'error',
})
