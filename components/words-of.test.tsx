import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { fromParagraphs } from '@/lib/articles/body'
import type { Story } from '@/lib/articles/queries-stories'
import type { VersionDifference } from '@/lib/articles/version-difference'
import { useTestEnv } from '@/lib/test-env'
import { say } from '@/messages/say'
import { AboutHeadline, headlineHere } from './about-headline'
import { Article } from './article'
import { FrontPage } from './front-page'
import { BriefStory, LeadStory, ListedStory, SecondStory } from './story'
import { StoryChain } from './story-chain'
import { VersionChanges } from './version-changes'
import { wordsOf } from './words-of'

useTestEnv()

test.each([
  [null, null, { dir: 'auto' }],
  ['en', null, { dir: 'auto' }],
  [null, 'rtl', { dir: 'rtl' }],
  ['ar', null, { lang: 'ar', dir: 'rtl' }],
  ['az-Arab', null, { lang: 'az-Arab', dir: 'rtl' }],
  ['fr', null, { lang: 'fr', dir: 'ltr' }],
  ['ar', 'ltr', { lang: 'ar', dir: 'ltr' }],
  // It has the form of a tag, and is none.
  ['ar-ab-cd', null, { lang: 'ar-ab-cd', dir: 'auto' }],
] as const)('words in %s, %s', (language, direction, attributes) => {
  expect(wordsOf({ language, direction })).toEqual(attributes)
})

const story: Story = {
  ...{ id: 7, slug: 'al-jisr', headline: 'الجسر', standfirst: 'فتح اليوم', language: 'ar', direction: null },
  section: { slug: 'world', name: 'World' },
  ...{ publishedAt: new Date('2020-11-25T12:40:00Z'), picture: null, commentCount: 3, prominence: 2 },
}
const spoken = /<(\w[\w-]*)[^>]* lang="([^"]*)" dir="([^"]*)"/g

test.each([
  [LeadStory, 2],
  [SecondStory, 2],
  [ListedStory, 2],
  [BriefStory, 1],
])('in a list the headline and the standfirst say their language: %o', (Listed, count) => {
  const said = [...renderToStaticMarkup(<Listed story={story} />).matchAll(spoken)]
  expect(said.map(([, , ...words]) => words)).toEqual(Array(count).fill(['ar', 'rtl']))
  const plain = renderToStaticMarkup(<Listed story={{ ...story, language: null }} />)
  expect(plain).not.toContain('lang=')
  expect(plain.match(/dir="auto"/g)).toHaveLength(count)
})

const arrangement = { lead: null, seconds: [], briefs: [], columns: [], more: [] }
const difference: VersionDifference = {
  lines: [{ name: 'headline', parts: [] }],
  ...{ picture: null, blocks: [] },
}

test.each([
  ['among what is read most', <FrontPage key="" front={arrangement} discussed={[]} read={[story]} />, 'a'],
  [
    'among more news',
    <FrontPage key="" front={{ ...arrangement, more: [story] }} discussed={[]} read={[]} />,
    'a',
  ],
  [
    'in a sentence',
    <AboutHeadline key="" text={say('talk.title', { headline: headlineHere })} article={story} />,
    'bdi',
  ],
  ['in a comparison', <VersionChanges key="" difference={difference} written={story} />, 'p'],
])('its headline says it %s', (_, shown, element) => {
  const said = [...renderToStaticMarkup(shown).matchAll(spoken)]
  expect(said.map(([, ...words]) => words)).toEqual([[element, 'ar', 'rtl']])
})

test('in a story that goes on every headline says its own language, that of the page too', () => {
  const chain = [story, { ...story, id: 8, language: 'fr' }, { ...story, id: 9, language: null }]
  const markup = renderToStaticMarkup(<StoryChain chain={chain} articleId={7} />)
  expect([...markup.matchAll(spoken)].map(([, ...words]) => words)).toEqual([
    ['span', 'ar', 'rtl'],
    ['a', 'fr', 'ltr'],
  ])
  expect(markup.match(/dir="auto"/g)).toHaveLength(1)
})

test('an article says the language of its own words, and the page’s among them stay the page’s', () => {
  const markup = renderToStaticMarkup(
    <Article
      article={{
        ...story,
        ...{ dateline: null, body: fromParagraphs(['فتح الجسر.']), pictures: new Map(), tags: [] },
        ...{ seoTitle: null, seoDescription: null, bylines: [], updatedAt: story.publishedAt },
        ...{ versionCount: 1, corrections: [], sources: [], conversation: 'open', mode: 'comments' },
        talk: { mode: 'after', closedByAgeAt: null, slowSeconds: null },
      }}
      chain={[]}
      furniture={{ updatedAt: null, related: [], tags: [] }}
      answers={new Map()}
      now={new Date('2020-11-26T12:00:00Z')}
    />,
  )
  const said = [...markup.matchAll(spoken)].map(([, element, ...words]) => [element, ...words])
  expect(said).toEqual([
    ['h1', 'ar', 'rtl'],
    ['p', 'ar', 'rtl'],
    ['tribune-read', 'ar', 'rtl'],
    // Where it is cited.
    ['bdi', 'ar', 'rtl'],
  ])
  expect(markup).toMatch(/<a class="answer" lang="en"/)
  expect(markup.match(/lang="ar"/g)).toHaveLength(4)
})
