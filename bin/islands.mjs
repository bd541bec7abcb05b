import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from './fingerprint.mjs'

/** What the browsers that readers have in use understand; older ones keep the page as it is. */
const target = 'es2020'

/**
 * Bundles islands/ into one module, named after its bytes. Next empties the folder it builds into: `writeTo` is for
 * afterwards.
 * @returns {Promise<{ path: string, bytes: Uint8Array, writeTo(folder: string): Promise<void> }>} `path` is what
 *   pages ask the site for, `folder` a build's, from the root
 */
export async function bundleIslands(root) {
  const { build, stop } = await import('esbuild')
  const { outputFiles } = await build({ ...options(root), write: false, minify: true })
  // Its process would otherwise stay beside ours, which may become the server.
  await stop()
  const bytes = outputFiles[0].contents
  const name = `tribune-${hashOf(bytes).slice(0, 16)}.js`
  return {
    path: `/islands/${name}`,
    bytes,
    async writeTo(folder) {
      await mkdir(join(root, folder, 'islands'), { recursive: true })
      await writeFile(join(root, folder, 'islands', name), bytes)
    },
  }
}

/** The same for `npm run dev`: under a lasting name, and made again whenever a file of it changes. */
export async function watchIslands(root, folder) {
  const { context } = await import('esbuild')
  const outfile = join(root, folder, 'islands', 'tribune.js')
  const watching = await context({ ...options(root), outfile, sourcemap: 'inline' })
  await watching.rebuild()
  await watching.watch()
  return '/islands/tribune.js'
}

function options(root) {
  return {
    absWorkingDir: root,
    entryPoints: ['islands/main.ts'],
    bundle: true,
    format: 'esm',
    target,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  }
}
