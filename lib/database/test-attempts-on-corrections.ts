import { type Attempt, type Furniture, insert, nobody, twice } from './test-statements'

type Values = Record<string, string | number>

const correction = ({ article, ben }: Furniture, values: Values = {}) =>
  insert('CorrectionDraft', {
    ...{ '"articleId"': article, '"readerId"': ben, kind: `'typo'`, '"errorIds"': `'{}'` },
    ...{ '"baseNumber"': 1, headline: `'H'`, text: `'T'` },
    ...values,
  })
const versionOf = (articleId: number) =>
  `(select id from "ArticleVersion" where "articleId" = ${articleId} limit 1)`
const report = (given: Furniture, values: Values = {}) =>
  insert('ErrorReport', {
    ...{ '"articleId"': given.article, '"versionId"': versionOf(given.article) },
    ...{ quote: `'q'`, words: `'w'` },
    ...values,
  })
const text = ({ ben }: Furniture, values: Values = {}) =>
  insert('StandingText', {
    ...{ slug: `'about'`, number: 900, title: `'T'`, body: `'[]'`, '"actorId"': ben },
    ...values,
  })
const section = (values: Values) =>
  insert('Section', { slug: `'new'`, name: `'New'`, position: 900, ...values })
const author = (values: Values) => insert('Author', { slug: `'new'`, name: `'New'`, ...values })
const formerSection = (values: Values) => insert('FormerSectionSlug', { slug: `'old'`, ...values })
const formerAuthor = (values: Values) => insert('FormerAuthorSlug', { slug: `'old'`, ...values })

export const attemptsOnCorrections: Attempt[] = [
  ['an update is no correction', (given) => correction(given, { kind: `'update'` }), 'CorrectionDraft_kind'],
  [
    'a correction says what it is',
    (given) => correction(given, { kind: `'correction'` }),
    'CorrectionDraft_note',
  ],
  [
    'a correction is of an article',
    (given) => correction(given, { '"articleId"': nobody }),
    'CorrectionDraft_articleId_fkey',
  ],
  [
    'a correction is somebody’s',
    (given) => correction(given, { '"readerId"': nobody }),
    'CorrectionDraft_readerId_fkey',
  ],
  ['an error stands in a sentence', (given) => report(given, { quote: `' '` }), 'ErrorReport_quote'],
  ['a report says what is wrong', (given) => report(given, { words: `' '` }), 'ErrorReport_words'],
  [
    'what is settled says since when',
    (given) => report(given, { state: `'dismissed'` }),
    'ErrorReport_settled',
  ],
  [
    'what is corrected says by which version',
    (given) => report(given, { state: `'corrected'`, '"settledAt"': 'now()' }),
    'ErrorReport_settled',
  ],
  [
    'an error is an article’s',
    (given) => report(given, { '"articleId"': nobody }),
    'ErrorReport_articleId_fkey',
  ],
  [
    'it was found in a version of that article',
    (given) => report(given, { '"versionId"': given.versionOfOther }),
    'ErrorReport_versionId_articleId_fkey',
  ],
  [
    'and was put right by one of it',
    (given) =>
      report(given, {
        ...{ state: `'corrected'`, '"settledAt"': 'now()', '"fixedInId"': given.versionOfOther },
      }),
    'ErrorReport_fixedInId_articleId_fkey',
  ],
  [
    'who reported it is somebody',
    (given) => report(given, { '"readerId"': nobody }),
    'ErrorReport_readerId_fkey',
  ],
  [
    'who settled it is somebody',
    (given) => report(given, { '"settledById"': nobody }),
    'ErrorReport_settledById_fkey',
  ],
  ['there are five standing pages', (given) => text(given, { slug: `'jobs'` }), 'StandingText_slug'],
  ['what they say is numbered from 1', (given) => text(given, { number: 0 }), 'StandingText_number'],
  ['each number is used once', (given) => twice(text(given)), 'StandingText_slug_number_key'],
  ['a page has a title', (given) => text(given, { title: `' '` }), 'StandingText_title'],
  ['a page is blocks', (given) => text(given, { body: `'{}'` }), 'StandingText_body'],
  ['somebody wrote it', (given) => text(given, { '"actorId"': nobody }), 'StandingText_actorId_fkey'],
  [
    'what it said stays written',
    (given) => `${text(given)}; update "StandingText" set title = 'x'`,
    'StandingText rows never change',
  ],
  ['texts are never emptied', () => `truncate "StandingText"`, 'rows never change'],
  ['a section’s address is plain', () => section({ slug: `'A b'` }), 'Section_slug_form'],
  ['a section has a name', () => section({ name: `' '` }), 'Section_says_name'],
  ['an author’s address is plain', () => author({ slug: `'A b'` }), 'Author_slug_form'],
  ['an author has a name', () => author({ name: `' '` }), 'Author_says_name'],
  ['an author’s picture is there', () => author({ '"pictureId"': nobody }), 'Author_pictureId_fkey'],
  [
    'a former address is a section’s',
    () => formerSection({ '"sectionId"': nobody }),
    'FormerSectionSlug_sectionId_fkey',
  ],
  ['or an author’s', () => formerAuthor({ '"authorId"': nobody }), 'FormerAuthorSlug_authorId_fkey'],
]
