import { z } from 'zod'
import { toMarkdown } from '@/lib/articles/body-markdown'
import { longestSourceName, type Source } from '@/lib/articles/sources'
import { publicId } from '@/lib/public-id'
import { type DraftContent, draftContent, isLanguage } from './draft-content'

/** What a form of an article holds: one text under each name. */
export const typedFields = [
  ...(['headline', 'standfirst', 'body', 'bylines', 'dateline', 'section', 'tags'] as const),
  ...(['pictureId', 'pictureAlt', 'pictureCaption', 'pictureCredit', 'sources', 'related'] as const),
  ...(['language', 'direction', 'seoTitle', 'seoDescription', 'prominence', 'conversation', 'mode'] as const),
]
export type TypedField = (typeof typedFields)[number]
export type Typed = Record<TypedField, string>

/** Names of authors by their slugs, for people type names. */
export type Names = ReadonlyMap<string, string>

// A novel; past it somebody pasted a file.
const longestBody = 2_000_000
const typed = z.record(z.enum(typedFields), z.string().max(longestBody))

/** A content as a form shows it. */
export function typedOf(content: DraftContent, names: Names): Typed {
  const { picture } = content
  return {
    headline: content.headline,
    standfirst: content.standfirst,
    body: toMarkdown(content.body),
    bylines: content.bylines.map((slug) => names.get(slug) ?? slug).join(', '),
    dateline: content.dateline,
    section: content.section,
    tags: content.tags.join(', '),
    pictureId: picture ? String(picture.id) : '',
    pictureAlt: picture?.alt ?? '',
    pictureCaption: picture?.caption ?? '',
    pictureCredit: picture?.credit ?? '',
    sources: content.sources.map(({ name, url }) => (url ? `${name} ${url}` : name)).join('\n'),
    related: content.related.join(', '),
    language: content.language,
    direction: content.direction ?? '',
    seoTitle: content.seoTitle,
    seoDescription: content.seoDescription,
    prominence: String(content.prominence),
    conversation: content.conversation,
    mode: content.mode,
  }
}

/**
 * What somebody typed; its body stays Markdown, for its paragraphs have names only beside what was there before. Null when a
 * field is missing or holds what it cannot.
 */
export function readTyped(
  fields: Record<string, string>,
  names: Names,
): { content: DraftContent; markdown: string } | null {
  const given = typed.safeParse(fields)
  if (!given.success) return null
  const form = given.data
  const slugs = new Map([...names].map(([slug, name]) => [name.toLowerCase(), slug]))
  const content = draftContent.safeParse({
    headline: line(form.headline),
    standfirst: line(form.standfirst),
    dateline: line(form.dateline),
    body: [],
    section: form.section,
    // Who is nobody's name here stays as typed: the draft keeps it, and the publication says so.
    bylines: listed(form.bylines).map((name) => slugs.get(name.toLowerCase()) ?? name),
    tags: listed(form.tags),
    picture: form.pictureId.trim()
      ? {
          id: Number(form.pictureId),
          alt: line(form.pictureAlt),
          caption: line(form.pictureCaption),
          credit: line(form.pictureCredit),
        }
      : null,
    sources: form.sources.split(/\r?\n/).flatMap(sourceIn),
    // Half a number or half a tag is on its way to a whole one: the rest is saved meanwhile.
    related: listed(form.related).flatMap((text) => publicId(text) ?? []),
    language: isLanguage(form.language.trim()) ? form.language.trim() : '',
    direction: form.direction || null,
    seoTitle: line(form.seoTitle),
    seoDescription: line(form.seoDescription),
    prominence: Number(form.prominence),
    conversation: form.conversation,
    mode: form.mode,
  })
  return content.success ? { content: content.data, markdown: form.body.replace(/\r\n?/g, '\n') } : null
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function listed(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,،、\n]/)
        .map(line)
        .filter(Boolean),
    ),
  ]
}

/** "Minutes of the council https://example.org/minutes": a name, and where it is. */
function sourceIn(text: string): Source[] {
  const words = line(text)
  if (words === '') return []
  const [, name = '', url] = /^(.*?)\s*(https?:\/\/\S+)$/i.exec(words) ?? [null, words]
  // A bare address may be longer than any name.
  return [url ? { name: name || url.slice(0, longestSourceName), url } : { name: words }]
}
