import {
  type Attempt,
  article,
  byline,
  insert,
  nobody,
  remove,
  twice,
  update,
  version,
} from './test-statements'

export const attemptsOnArticles: Attempt[] = [
  ['a News ID is positive', (given) => article(given, { id: 0 }), 'Article_id_positive'],
  ['a News ID is used once', (given) => article(given, { id: given.article }), 'Article_pkey'],
  [
    'a News ID never changes',
    (given) => update('Article', given.article, 'id = 77'),
    'ArticleVersion rows never change',
  ],
  ...['', 'a/b', 'a?b', 'a#b', 'a b', 'a\nb'].map(
    (slug): Attempt => [
      `${JSON.stringify(slug)} is no slug`,
      (given) => article(given, { slug: `'${slug}'` }),
      'Article_slug_form',
    ],
  ),
  [
    'an article stands in a section',
    (given) => update('Article', given.article, `"sectionId" = ${nobody}`),
    'Article_sectionId_fkey',
  ],
  ['a section with articles stays', ({ section }) => remove('Section', section), 'Article_sectionId_fkey'],
  ...['published', 'withdrawn', 'blocked'].map(
    (state): Attempt => [
      `nothing is ${state} without a version`,
      (given) => article(given, { state: `'${state}'` }),
      'Article_public_has_version',
    ],
  ),
  [
    'nothing is published without its time',
    (given) => update('Article', given.article, '"publishedAt" = null'),
    'Article_public_has_version',
  ],
  [
    'another article’s version is not this one’s',
    (given) => update('Article', given.article, `"currentVersionId" = ${given.versionOfOther}`),
    'Article_currentVersionId_id_fkey',
  ],
  ...['publicCommentCount', 'heldCommentCount'].map(
    (counter): Attempt => [
      `${counter} is never negative`,
      (given) => update('Article', given.article, `"${counter}" = -1`),
      'Article_counters',
    ],
  ),
  [
    'an article with versions stays',
    ({ emptyArticle }) => remove('Article', emptyArticle),
    'ArticleVersion_articleId_fkey',
  ],
  ['versions are numbered from 1', (given) => version(given.article, { number: 0 }), 'ArticleVersion_number'],
  [
    'a version’s number is used once',
    (given) => version(given.article, { number: 1 }),
    'ArticleVersion_articleId_number_key',
  ],
  [
    'a headline is not blank',
    (given) => version(given.article, { headline: `' '` }),
    'ArticleVersion_headline',
  ],
  ['a body is a list of blocks', (given) => version(given.article, { body: `'{}'` }), 'ArticleVersion_body'],
  [
    'a version was written by somebody, or imported',
    (given) => version(given.article, { '"createdById"': nobody }),
    'ArticleVersion_createdById_fkey',
  ],
  [
    'a version shows a picture that is there',
    (given) => version(given.article, { '"pictureId"': nobody }),
    'ArticleVersion_pictureId_fkey',
  ],
  ['a picture is kept once', () => twice(picture), 'Picture_hash_key'],
  [
    'a section’s slug is used once',
    () => insert('Section', { slug: `'world'`, name: `'W'`, position: 99 }),
    'Section_slug_key',
  ],
  [
    'two sections never stand at one place',
    () => insert('Section', { slug: `'other'`, name: `'O'`, position: 1 }),
    'Section_position_key',
  ],
  [
    'an author’s slug is used once',
    () => twice(insert('Author', { slug: `'a'`, name: `'A'` })),
    'Author_slug_key',
  ],
  [
    'a byline names an author',
    (given) => `insert into "Byline" values (${given.article}, ${nobody}, 0)`,
    'Byline_authorId_fkey',
  ],
  ['a byline stands over an article', () => byline(nobody, 0), 'Byline_articleId_fkey'],
  [
    'nobody stands twice in a byline',
    (given) =>
      `${byline(given.article, 0)}; insert into "Byline" select "articleId", "authorId", 1 from "Byline"`,
    'Byline_pkey',
  ],
  [
    'two names never stand at one place of a byline',
    (given) => `${byline(given.article, 0, 'x')}; ${byline(given.article, 0, 'y')}`,
    'Byline_articleId_position_key',
  ],
]

const picture = insert('Picture', {
  hash: `'h'`,
  '"mediaType"': `'image/svg+xml'`,
  width: 1,
  height: 1,
  credit: `''`,
})
