import type { Block, Inline } from '@/lib/articles/body'
import { neverHappens } from '@/lib/outcome'
import type { FeedPicture } from './feed'
import { element, type Markup, writeMarkup } from './markup'

type Words = {
  dateline: string | null
  body: Block[]
  /** The one that leads it, with its caption. */
  lead: { picture: FeedPicture; caption: string | null } | null
  /** Those in its body, by their hash. */
  pictures: ReadonlyMap<string, FeedPicture>
}

/** An article's words as HTML that stands anywhere: its links are absolute, and nothing in it is styled. */
export function articleHtml({ dateline, body, lead, pictures }: Words, base: string): string {
  return writeMarkup([
    lead && figure(lead.picture, lead.caption),
    dateline === null ? null : element('p', {}, dateline),
    body.map((block) => blockOf(block, pictures, base)),
  ])
}

/** A note to readers, likewise. */
export function noteHtml(note: Inline[][], base: string): string {
  return writeMarkup(note.map((content) => element('p', {}, words(content, base))))
}

function figure({ url, width, height, alt, credit }: FeedPicture, caption: string | null): Markup {
  const words = [caption, caption?.includes(credit) ? null : credit].filter(Boolean).join(' ')
  return element(
    'figure',
    {},
    element('img', { src: url, width, height, alt }),
    words === '' ? null : element('figcaption', {}, words),
  )
}

function blockOf(block: Block, pictures: Words['pictures'], base: string): Markup {
  switch (block.type) {
    case 'paragraph':
      return element('p', {}, words(block.content, base))
    case 'subheading':
      return element('h2', {}, words(block.content, base))
    case 'quotation': {
      const said = [block.speaker, block.source].filter(Boolean).join(', ')
      const from = block.href ? element('a', { href: block.href }, said || block.href) : said
      return element(
        'blockquote',
        { cite: block.href },
        element('p', {}, words(block.content, base)),
        from === '' ? null : element('p', {}, '— ', from),
      )
    }
    case 'list': {
      const items = block.items.map((item) => element('li', {}, words(item, base)))
      return element(block.ordered ? 'ol' : 'ul', {}, items)
    }
    case 'picture': {
      const known = pictures.get(block.hash)
      if (!known) return null
      return figure({ ...known, alt: block.alt, credit: block.credit ?? known.credit }, block.caption ?? null)
    }
    case 'table':
      return tableOf(block, base)
    case 'embed':
      return element(
        'p',
        {},
        element('a', { href: block.url }, block.title),
        block.site ? ` (${block.site})` : '',
      )
    case 'pull-quote':
      // Its words stand in the text already.
      return null
    case 'correction':
      return element('p', {}, element('em', {}, words(block.content, base)))
    default:
      return neverHappens(block)
  }
}

function tableOf({ caption, header, rows }: Extract<Block, { type: 'table' }>, base: string): Markup {
  const row = (cells: readonly (readonly Inline[])[], name: 'th' | 'td') =>
    element(
      'tr',
      {},
      cells.map((cell) => element(name, {}, words(cell, base))),
    )
  return element(
    'table',
    {},
    caption ? element('caption', {}, caption) : null,
    element('thead', {}, row(header, 'th')),
    element(
      'tbody',
      {},
      rows.map((cells) => row(cells, 'td')),
    ),
  )
}

function words(content: readonly Inline[], base: string): Markup {
  return content.map(({ text, href, strong, emphasis }): Markup => {
    const marked = strong ? element('strong', {}, text) : emphasis ? element('em', {}, text) : text
    // What was typed as an address need not be one: `https://a.example:99999`.
    return href && URL.canParse(href, base)
      ? element('a', { href: new URL(href, base).href }, marked)
      : marked
  })
}
