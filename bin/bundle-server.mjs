// Puts the server's own code together in a folder (the argument), so that a start compiles nothing. Packages stay
// where they are. A program of its own, because esbuild leaves a process behind in whoever asked it.
import { build } from 'esbuild'

/** The programs of the server, from source: entry points of the bundle, which end up beside each other. */
const programs = {
  server: 'server.ts',
  worker: 'server/worker.ts',
  setup: 'server/setup.ts',
  'encode-pictures': 'documents/encode-pictures.ts',
  'migrate-process': 'lib/database/migrate-process.ts',
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
  sourcemap: 'linked',
  logLevel: 'error',
})
