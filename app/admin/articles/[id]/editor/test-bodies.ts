import fc from 'fast-check'
import { type NewBlock, withIds } from '@/lib/articles/body'
import { tidy } from '@/lib/articles/tidy-inline'

const words = fc.lorem({ maxCount: 4 })
const content = fc
  .array(
    fc.record(
      {
        text: words,
        strong: fc.constant(true as const),
        emphasis: fc.constant(true as const),
        href: fc.constantFrom('https://a.example/', '/news/1'),
      },
      { requiredKeys: ['text'] },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(tidy)
const hash = 'a'.repeat(32)
const block: fc.Arbitrary<NewBlock> = fc.oneof(
  fc.record({
    type: fc.constantFrom('paragraph' as const, 'subheading' as const, 'pull-quote' as const),
    content,
  }),
  fc.record(
    {
      type: fc.constant('quotation' as const),
      content,
      speaker: words,
      source: words,
      href: fc.webUrl(),
      verified: fc.constant(true as const),
    },
    { requiredKeys: ['type', 'content'] },
  ),
  fc.record(
    { type: fc.constant('correction' as const), content, at: fc.constant('2026-11-28') },
    { requiredKeys: ['type', 'content'] },
  ),
  fc.record(
    {
      type: fc.constant('list' as const),
      ordered: fc.constant(true as const),
      items: fc.array(content, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['type', 'items'] },
  ),
  fc.record(
    {
      type: fc.constant('picture' as const),
      hash: fc.constant(hash),
      alt: words,
      caption: words,
      credit: words,
    },
    { requiredKeys: ['type', 'hash', 'alt'] },
  ),
  fc.record(
    { type: fc.constant('embed' as const), url: fc.webUrl(), title: words, site: words },
    { requiredKeys: ['type', 'url', 'title'] },
  ),
  fc.record(
    {
      type: fc.constant('table' as const),
      caption: words,
      header: fc.tuple(content, content),
      rows: fc.array(fc.tuple(content, content), { maxLength: 2 }),
    },
    { requiredKeys: ['type', 'header', 'rows'] },
  ),
)
/** A body of blocks of every kind, for the editor's laws. */
export const anyBody = fc.array(block, { maxLength: 6 }).map(withIds)
