import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from './fingerprint.mjs'

/** What the browsers that readers have in use understand; older ones keep the page as it is. */
const target = 'es2020'

/**
 * Bundles islands/ into one module, and the few lines that bring it after the page, each named after its bytes. Next
 * empties the folder it builds into: `writeTo` is for afterwards.
 * @returns {Promise<{ path: string, files: { path: string, bytes: Uint8Array }[], writeTo(folder: string): Promise<void> }>}
 *   `path` is what pages ask the site for, of `files` the first; `folder` a build's, from the root
 */
export async function bundleIslands(root) {
  const { build, stop } = await import('esbuild')
  const bundle = async (name, entry, define) => {
    const options = { ...optionsOf(root, entry), define, write: false, minify: true }
    const [{ contents: bytes }] = (await build(options)).outputFiles
    return { path: `/islands/${name}-${hashOf(bytes).slice(0, 16)}.js`, bytes }
  }
  const rest = await bundle('tribune', 'islands/main.ts', {})
  const later = await bundle('later', 'islands/later.ts', { restOfIslands: JSON.stringify(rest.path) })
  // Its process would otherwise stay beside ours, which may become the server.
  await stop()
  const files = [later, rest]
  return {
    path: later.path,
    files,
    async writeTo(folder) {
      await mkdir(join(root, folder, 'islands'), { recursive: true })
      for (const { path, bytes } of files) await writeFile(join(root, folder, path), bytes)
    },
  }
}

/** For `npm run dev` the module itself, which pages then name: under a lasting name, and made again whenever a file of it changes. */
export async function watchIslands(root, folder) {
  const { context } = await import('esbuild')
  const outfile = join(root, folder, 'islands', 'tribune.js')
  const watching = await context({ ...optionsOf(root, 'islands/main.ts'), outfile, sourcemap: 'inline' })
  await watching.rebuild()
  await watching.watch()
  return '/islands/tribune.js'
}

function optionsOf(root, entry) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    external: ['/islands/*'],
    bundle: true,
    format: 'esm',
    target,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  }
}
