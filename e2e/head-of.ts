import { Parser } from 'htmlparser2'

/** What a page's head says to those who do not look at it: by name, in order, and its structured data. */
export type Head = {
  title: string
  metas: { name: string; content: string }[]
  links: { rel: string; href: string; type?: string; title?: string }[]
  structured: string[]
}

export function headOf(html: string): Head {
  const head: Head = { title: '', metas: [], links: [], structured: [] }
  let reading: 'title' | 'structured' | null = null
  const parser = new Parser({
    onopentag(tag, { name, property, content, rel, href, type, title }) {
      const called = property ?? name
      if (tag === 'meta' && called !== undefined) head.metas.push({ name: called, content: content ?? '' })
      if (tag === 'link' && rel !== undefined && href !== undefined)
        head.links.push({ rel, href, ...(type ? { type } : {}), ...(title ? { title } : {}) })
      if (tag === 'title' && head.title === '') reading = 'title'
      if (tag === 'script' && type === 'application/ld+json') {
        reading = 'structured'
        head.structured.push('')
      }
    },
    ontext(text) {
      if (reading === 'title') head.title += text
      if (reading === 'structured') head.structured.push((head.structured.pop() ?? '') + text)
    },
    onclosetag() {
      reading = null
    },
  })
  parser.write(html)
  parser.end()
  return head
}

/** The only value of a name; undefined where it is not there, and where it is there twice. */
export function only({ metas }: Head, name: string): string | undefined {
  const found = metas.filter((meta) => meta.name === name)
  return found.length === 1 ? found[0]?.content : undefined
}
