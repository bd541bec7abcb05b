import { expect, test } from 'vitest'
import { toMarkdown } from '@/lib/articles/body-markdown'
import { wordsIn } from '@/lib/articles/body-words'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenDraft, givenEditor, nowAt } from '@/lib/database/test-desk'
import { noon } from '@/lib/database/test-newsroom'
import { saveDraft } from './commands-save'

useTestDatabase()

test('what the editor sends twice from one base stands once: it names its blocks, new ones too', async () => {
  const ana = await givenEditor('Ana Sól')
  const { id, base } = await givenDraft(ana)
  const { content } = await nowAt(id)
  const added = { type: 'paragraph' as const, id: 'pnew1', content: [{ text: 'Quite new.' }] }
  const more = { type: 'paragraph' as const, id: 'pnew2', content: [{ text: 'And more.' }] }
  const save = (body: typeof content.body) =>
    saveDraft(
      ana,
      { articleId: id, base, content, markdown: toMarkdown(body), ids: body.map((block) => block.id) },
      noon,
    )
  await save([...content.body, added])
  await save([...content.body, added, more])
  const { body } = (await nowAt(id)).content
  expect(body.map(({ id }) => id)).toEqual([...content.body.map(({ id }) => id), 'pnew1', 'pnew2'])
  expect(body.slice(-2).map((block) => wordsIn(block)[0])).toEqual(['Quite new.', 'And more.'])
})

test('what is sent twice from one base without names stands once, and what somebody else wrote beside it, too', async () => {
  const [ana, ben] = [await givenEditor('Ana Sól'), await givenEditor('Ben Okri')]
  const { id, base } = await givenDraft(ana)
  const { content } = await nowAt(id)
  const save = (who: typeof ana, more: string) =>
    saveDraft(who, { articleId: id, base, content, markdown: `${toMarkdown(content.body)}\n\n${more}` }, noon)
  await save(ana, 'Quite new.\n\nQuite new.')
  await save(ana, 'Quite new.\n\nQuite new.\n\nAnd more.')
  await save(ben, 'By another.')
  const { body } = (await nowAt(id)).content
  const added = body.slice(content.body.length).map((block) => wordsIn(block)[0])
  expect(added.sort()).toEqual(['And more.', 'By another.', 'Quite new.', 'Quite new.'])
})

test('names that do not fit the text are nobody’s', async () => {
  const ana = await givenEditor('Ana Sól')
  const { id, base } = await givenDraft(ana)
  const { content } = await nowAt(id)
  for (const ids of [['pnew1'], content.body.map(() => '"><script>'), ['']])
    await saveDraft(ana, { articleId: id, base, content, markdown: toMarkdown(content.body), ids }, noon)
  expect((await nowAt(id)).content.body).toEqual(content.body)
})
