import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** A file of the site's own, as it lies on the disk. */
export type Place = {
  file: string
  type: string
  /** Whether its bytes get smaller by compression; pictures and fonts are compressed already. */
  compresses: boolean
  /** Whether its name changes with its bytes, so that it may be kept for ever. */
  isImmutable: boolean
}

/** Where the site's own files lie. */
export type AssetFolders = {
  /** The build that this process serves. Its files win over those of other builds. */
  build: string
  /** The folder in which all builds lie, each with what is left of it. */
  builds: string
  /** The icons, which have the same names in every build. */
  publicFolder: string
}

/**
 * Every file that may be served, by the path it is asked for under: what is not in here does not exist. Of a build
 * only three folders count, and nowhere source maps, hidden files or links.
 */
export async function indexAssets({
  build,
  builds,
  publicFolder,
}: AssetFolders): Promise<Map<string, Place>> {
  const index = new Map<string, Place>()
  const others = (await namesIn(builds)).map((name) => join(builds, name))
  // Later ones replace earlier ones of the same name.
  for (const folder of [...others, build])
    for (const [inside, prefix] of servedFolders) await addFiles(index, join(folder, inside), prefix)
  for (const name of publicNames)
    if ((await namesIn(publicFolder)).includes(name)) add(index, join(publicFolder, name), `/${name}`)
  return index
}

const servedFolders = [
  ['static', '/_next/static'],
  ['islands', '/islands'],
  ['fonts', '/fonts'],
] as const
const publicNames = ['favicon.ico', 'icon.svg', 'apple-touch-icon.png']

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
}
const compressed = new Set(['.png', '.jpg', '.gif', '.webp', '.avif', '.woff2'])

async function addFiles(index: Map<string, Place>, folder: string, path: string): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    if (entry.name.startsWith('.')) continue
    const [inside, under] = [join(folder, entry.name), `${path}/${encodeURIComponent(entry.name)}`]
    if (entry.isDirectory()) await addFiles(index, inside, under)
    else if (entry.isFile()) add(index, inside, under)
  }
}

function add(index: Map<string, Place>, file: string, path: string): void {
  const extension = extname(file)
  const type = types[extension]
  if (type === undefined) return
  index.set(path, { file, type, compresses: !compressed.has(extension), isImmutable: isImmutable(path) })
}

/** Next puts a hash into every path of its own; elsewhere it stands before the last dot. */
function isImmutable(path: string): boolean {
  return path.startsWith('/_next/static/') || /[.-](?:[0-9a-f]{8,64}|[0-9A-Z]{8})\.\w+$/.test(path)
}

async function namesIn(folder: string): Promise<string[]> {
  return (await entriesOf(folder)).map(({ name }) => name)
}

async function entriesOf(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
}
