import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprint, hashOf, readStamp } from './fingerprint.mjs'
import { run } from './run.mjs'

/** Inside what is generated, so that both go together. */
const stampIn = (root) => join(root, 'prisma', 'generated', '.made-from')

/** `prisma generate`, unless the client was made from this schema by this version of Prisma. */
export const generate = {
  title: "Generating Prisma's client",

  async isStale(root) {
    return (await readStamp(stampIn(root))) !== (await stamp(root))
  },

  async run(root, noteChild) {
    await rm(stampIn(root), { force: true })
    const made = await stamp(root)
    const args = [join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate']
    await run("Generating Prisma's client", process.execPath, args, { cwd: root, noteChild })
    await writeFile(stampIn(root), made)
  },
}

async function stamp(root) {
  const { version } = JSON.parse(await readFile(join(root, 'node_modules', 'prisma', 'package.json'), 'utf8'))
  return hashOf(
    JSON.stringify([version, await fingerprint(root, ['prisma/schema.prisma', 'prisma.config.ts'])]),
  )
}
