import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { servedFolders } from './served-folders.mjs'

const compressible = ['.js', '.css', '.svg', '.json', '.txt']
const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY } = constants
const brotli = {
  params: { [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT, [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY },
}

/** Puts NAME.br and NAME.gz beside every text file of a build that browsers ask for, as small as they get. */
export async function compressFiles(build) {
  for (const name of servedFolders)
    for (const file of await filesUnder(join(build, name))) await compress(file)
}

async function compress(file) {
  const plain = await readFile(file)
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, brotli),
    promisify(gzip)(plain, { level: 9 }),
  ])
  await writeFile(`${file}.br`, br)
  await writeFile(`${file}.gz`, gz)
}

async function filesUnder(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const nested = entries.map((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return compressible.includes(extname(path)) ? [path] : []
  })
  return (await Promise.all(nested)).flat()
}
