import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashOf, readStamp } from './fingerprint.mjs'
import { run } from './run.mjs'

const program = fileURLToPath(new URL('./cut-font.mjs', import.meta.url))
const made = join('app', 'fonts', 'newsreader.woff2')
const source = join('@fontsource-variable', 'newsreader', 'files', 'newsreader-latin-wght-normal.woff2')

/** Beside what is cut, so that both go together. */
const stampIn = (root) => join(root, 'app', 'fonts', '.made-from')

/** The reading font, cut to the letters and weights of the pages; Next gives it its hashed name. */
export const fonts = {
  title: 'Cutting the font',

  async isStale(root) {
    return (
      (await readStamp(stampIn(root))) !== (await stamp(root)) || (await readStamp(join(root, made))) === null
    )
  },

  async run(root, noteChild) {
    await rm(stampIn(root), { force: true })
    await mkdir(dirname(join(root, made)), { recursive: true })
    const args = [program, join(root, 'node_modules', source), join(root, made)]
    await run('Cutting the font', process.execPath, args, { cwd: root, noteChild })
    await writeFile(stampIn(root), await stamp(root))
  },
}

async function stamp(root) {
  const inputs = [
    program,
    join(root, 'node_modules', source),
    join(root, 'node_modules', 'subset-font', 'package.json'),
  ]
  return hashOf(JSON.stringify(await Promise.all(inputs.map(async (path) => hashOf(await readFile(path))))))
}
