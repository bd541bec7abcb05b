import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashOf, readStamp } from './fingerprint.mjs'
import { run } from './run.mjs'

const program = fileURLToPath(new URL('./cut-font.mjs', import.meta.url))
const source = join('@fontsource-variable', 'newsreader', 'files', 'newsreader-latin-wght-normal.woff2')

/** Beside what is cut, so that both go together. */
const stampIn = (root) => join(root, 'app', 'fonts', '.made-from')

/**
 * The reading font, cut to the weights of the pages and, file by file, to the letters that app/globals.css names;
 * Next gives each its hashed name.
 */
export const fonts = {
  title: 'Cutting the font',

  async isStale(root) {
    const made = await Promise.all((await wanted(root)).map(({ file }) => readStamp(file)))
    return made.includes(null) || (await readStamp(stampIn(root))) !== (await stamp(root))
  },

  async run(root, noteChild) {
    await rm(stampIn(root), { force: true })
    for (const { file, letters } of await wanted(root)) {
      await mkdir(dirname(file), { recursive: true })
      const args = [program, join(root, 'node_modules', source), file, letters]
      await run('Cutting the font', process.execPath, args, { cwd: root, noteChild })
    }
    await writeFile(stampIn(root), await stamp(root))
  },
}

/** The files that the style sheet asks for, each with its unicode-range. */
async function wanted(root) {
  const folder = join(root, 'app')
  const css = await readFile(join(folder, 'globals.css'), 'utf8')
  const face = /@font-face \{[^}]*url\("(\.\/fonts\/[^"]+)"\)[^}]*unicode-range:([^;]+);/g
  return [...css.matchAll(face)].map(([, path, letters]) => ({ file: join(folder, path), letters }))
}

async function stamp(root) {
  const inputs = [
    program,
    join(root, 'node_modules', source),
    join(root, 'node_modules', 'subset-font', 'package.json'),
  ]
  const hashes = await Promise.all(inputs.map(async (path) => hashOf(await readFile(path))))
  const letters = (await wanted(root)).map((face) => [basename(face.file), face.letters])
  return hashOf(JSON.stringify([hashes, letters]))
}
