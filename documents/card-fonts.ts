import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { decompress } from 'wawoff2'

/** The reading font first, then one for each script that people write news in. */
const packages = [
  '@fontsource-variable/newsreader',
  ...[
    ...[
      '',
      '-arabic',
      '-armenian',
      '-bengali',
      '-ethiopic',
      '-georgian',
      '-gujarati',
      '-gurmukhi',
      '-hebrew',
      '-jp',
    ],
    ...[
      '-kannada',
      '-khmer',
      '-kr',
      '-lao',
      '-malayalam',
      '-sc',
      '-sinhala',
      '-symbols',
      '-tamil',
      '-tc',
      '-telugu',
    ],
    ...['-thaana', '-thai'],
  ].map((script) => `@fontsource-variable/noto-sans${script}`),
  '@fontsource/noto-sans-myanmar',
  '@fontsource-variable/noto-emoji',
]

/**
 * Makes a folder of fonts as libvips reads them (it knows no WOFF), with the configuration that names no other, and
 * answers where that is. What is there already is left: the folder goes by the fonts' versions.
 */
export async function prepareFonts(folder: string): Promise<string> {
  const sources = await Promise.all(packages.map(find))
  const stamp = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 12)
  const made = join(folder, `fonts-${stamp}`)
  const config = join(made, 'fonts.conf')
  if (await stat(config).catch(() => null)) return config
  const unfinished = join(folder, `.fonts-${process.pid}`)
  await mkdir(unfinished, { recursive: true })
  for (const { files } of sources) await convertAll(files, unfinished)
  await writeFile(join(unfinished, 'fonts.conf'), configuration(made))
  // Another process may have made it meanwhile: then its folder stays.
  await rename(unfinished, made).catch(() => rm(unfinished, { recursive: true, force: true }))
  return config
}

async function find(name: string): Promise<{ version: string; files: string[] }> {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
  const { version }: { version: string } = JSON.parse(await readFile(manifest, 'utf8'))
  const folder = join(dirname(manifest), 'files')
  const names = (await readdir(folder)).filter((file) => /-(?:wght|700)-normal\.woff2$/.test(file)).sort()
  return { version, files: names.map((file) => join(folder, file)) }
}

async function convertAll(files: readonly string[], to: string): Promise<void> {
  for (const file of files) {
    const name = file.replace(/^.*[/\\]/, '').replace(/woff2$/, 'ttf')
    await writeFile(join(to, name), await decompress(await readFile(file)))
  }
}

function configuration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`
}
