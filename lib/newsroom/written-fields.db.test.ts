import { beforeAll, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import { listChain } from '@/lib/articles/queries-chain'
import { findFurniture } from '@/lib/articles/queries-furniture'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenDraft, givenEditor, givenPublication, nowAt, written } from '@/lib/database/test-desk'
import { givenArticle, givenStory, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { db, inTransaction } from '@/lib/db'
import { saveDraft } from './commands-save'
import { startArticle } from './commands-start'
import { moveArticle } from './commands-state'
import { draftFields } from './draft-content'
import { check } from './pre-publication'
import { factsFor } from './queries-checks'

useTestDatabase()
// Its section is the first.
beforeAll(() => givenArticle())

test('everything that is written is what readers get once it is published, and what the newsroom goes on from', async () => {
  const editor = await givenEditor()
  const { id: relatedId } = await givenStory({ section: 'science', bylines: ['ana', 'ben'] })
  const hash = 'cd'.repeat(16)
  const picture = await db().picture.create({
    data: { hash, mediaType: 'image/jpeg', width: 900, height: 600, credit: 'The library' },
    select: { id: true },
  })
  const content = written({
    ...{ headline: 'جسر', standfirst: 'سيقف.', dateline: 'Kerava', section: 'science' },
    body: [
      { type: 'subheading', id: 'p1', content: [{ text: 'What is planned' }] },
      { type: 'quotation', id: 'p2', content: [{ text: 'It holds.' }], speaker: 'Ada', verified: true },
      { type: 'list', id: 'p3', ordered: true, items: [[{ text: 'one', strong: true }]] },
      { type: 'picture', id: 'p4', hash, alt: 'A bridge', caption: 'At noon.' },
      { type: 'table', id: 'p5', header: [[{ text: 'Year' }]], rows: [[[{ text: '2020' }]]] },
      { type: 'embed', id: 'p6', url: 'https://maps.example/1', title: 'A map', site: 'Maps' },
      { type: 'pull-quote', id: 'p7', content: [{ text: 'It holds.' }] },
      { type: 'correction', id: 'p8', content: [{ text: 'It was four.' }], at: '2026-03-01' },
      { type: 'paragraph', id: 'p9', content: [{ text: 'More', href: '/about', emphasis: true }] },
    ],
    ...{ bylines: ['ben', 'ana'], tags: ['Bridges', 'Kerava'], related: [relatedId] },
    picture: { id: picture.id, alt: 'The bridge', caption: 'By night.', credit: 'Per Holm' },
    sources: [{ name: 'Minutes', url: 'https://council.example/7' }, { name: 'A witness' }],
    ...{ language: 'ar', direction: 'rtl', seoTitle: 'Bridge planned', seoDescription: 'Where and when.' },
    ...{ prominence: 2, conversation: 'closed', mode: 'questions' },
  })
  const plain = written()
  // Each says something of its own, or nothing was tried of it.
  for (const field of [...draftFields, 'body'] as const)
    expect([field, content[field]]).not.toEqual([field, plain[field]])
  const { id } = await givenDraft(editor, content)
  await givenPublication(editor, id)
  const { section, bylines, related, prominence, picture: lead, ...said } = content
  const found = await findArticle(id, minutesAfterNoon(1))
  expect(found).toMatchObject({
    state: 'published',
    article: {
      ...said,
      section: { slug: section },
      bylines: bylines.map((slug) => ({ slug })),
      picture: { hash, alt: lead?.alt, caption: lead?.caption, credit: lead?.credit },
    },
  })
  expect((await findFurniture(id)).related.map((story) => story.id)).toEqual(related)
  expect(await db().article.findUnique({ where: { id }, select: { prominence: true } })).toEqual({
    prominence,
  })
  expect((await nowAt(id)).content).toEqual(content)
})

test('before it is published, what else goes by the same headline is named, and what it leads to that nobody can read', async () => {
  const editor = await givenEditor()
  const hidden = await givenDraft(editor, { headline: 'Something else entirely' })
  const shown = await givenStory({ headline: 'A third thing' })
  const twin = await givenDraft(editor, { headline: 'The Tunnel is dug' })
  const { id } = await givenDraft(editor, {
    headline: 'the tunnel is DUG',
    related: [shown.id, hidden.id],
  })
  const named = async (days: number) => {
    const { content } = await nowAt(id)
    const now = new Date(noon.getTime() + days * 86_400_000)
    const facts = await inTransaction((tx) => factsFor(tx, id, content, now))
    return check(content, facts).flatMap(({ rule, detail }) =>
      rule === 'same-headline' || rule === 'hidden-related' ? [[rule, detail]] : [],
    )
  }
  const leadsNowhere = ['hidden-related', String(hidden.id)]
  expect(await named(29)).toEqual([['same-headline', String(twin.id)], leadsNowhere])
  // What was long ago may come again.
  expect(await named(31)).toEqual([leadsNowhere])
})

test('a story that goes on from another says so, and that one leads on to it, while both can be read', async () => {
  const editor = await givenEditor()
  const first = await givenStory({ headline: 'It begins' })
  const started = await startArticle(editor, { section: null, previousId: first.id }, noon)
  if (!started.ok) throw new Error(started.error)
  const { id } = started.value
  const { base } = await nowAt(id)
  await saveDraft(editor, { articleId: id, base, content: written({ headline: 'It goes on' }) }, noon)
  expect(await listChain(first.id)).toEqual([])
  await givenPublication(editor, id, {}, minutesAfterNoon(1))
  const both = [
    { id: first.id, headline: 'It begins' },
    { id, headline: 'It goes on' },
  ]
  for (const each of [first.id, id]) expect(await listChain(each)).toMatchObject(both)
  await moveArticle(editor, { articleId: id, move: 'unpublish', words: '' }, minutesAfterNoon(2))
  expect(await listChain(first.id)).toEqual([])
  expect(await startArticle(editor, { section: null, previousId: 1_999_999_999 }, noon)).toMatchObject({
    error: 'no-article',
  })
})
