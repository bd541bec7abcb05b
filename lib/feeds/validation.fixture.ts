import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'
import { z } from 'zod'

/**
 * What libxml2 has against a document: nothing, if it is well-formed and as the schema wants it. TRIBUNE_SCHEMAS may
 * name a folder with the official ones (`atom/atom-rfc4287.rng`, `sitemap/*.xsd`), which are then asked as well.
 */
export async function faultsOf(
  xml: string,
  schema: keyof typeof schemas,
  who: 'all' | 'own' = 'all',
): Promise<string[]> {
  const { own, official } = schemas[schema]
  const folder = process.env.TRIBUNE_SCHEMAS
  const asked = [new URL(`schemas/${own}`, import.meta.url).pathname]
  if (folder && official && who === 'all') asked.push(join(folder, official))
  const faults = await Promise.all(asked.map((path) => faultsBy(path, xml)))
  return faults.flat()
}

const schemas = {
  rss: { own: 'rss.rng', official: undefined },
  atom: { own: 'atom.rng', official: 'atom/atom-rfc4287.rng' },
  sitemap: { own: 'sitemap.xsd', official: 'sitemap/sitemap.xsd' },
  siteindex: { own: 'siteindex.xsd', official: 'sitemap/siteindex.xsd' },
  news: { own: 'sitemap-news.rng', official: 'sitemap/all.xsd' },
  opensearch: { own: 'opensearch.rng', official: undefined },
} as const

async function faultsBy(path: string, xml: string): Promise<string[]> {
  const [file = ''] = path.split('/').slice(-1)
  const beside =
    file === 'all.xsd'
      ? [
          'sitemap.xsd',
          'sitemap-news.xsd',
          'sitemap-image.xsd',
          'sitemap-video.xsd',
          'sitemap_xhtml.xsd',
          'xhtml1-strict.xsd',
          'xml.xsd',
        ]
      : []
  const read = async (name: string) => ({
    fileName: name,
    contents: await readFile(join(path, '..', name), 'utf8'),
  })
  const { valid, errors } = await validateXML({
    xml: { fileName: 'answer.xml', contents: xml },
    schema: await read(file),
    preload: await Promise.all(beside.map(read)),
    extension: file.endsWith('.rng') ? 'relaxng' : 'schema',
  })
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage)
}

const author = z.strictObject({ name: z.string().min(1), url: z.url().optional() })

/** JSON Feed 1.1, as jsonfeed.org/version/1.1 words it, without what Tribune has no use for. */
export const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
  authors: z.array(author).min(1),
  hubs: z.array(z.strictObject({ type: z.string(), url: z.url() })).optional(),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      title: z.string(),
      summary: z.string().optional(),
      content_html: z.string(),
      image: z.url().optional(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(author).min(1).optional(),
      tags: z.array(z.string()).min(1).optional(),
      language: z.string().optional(),
      attachments: z.array(z.strictObject({ url: z.url(), mime_type: z.string() })).optional(),
    }),
  ),
})
