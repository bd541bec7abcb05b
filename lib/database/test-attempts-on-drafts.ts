import { type Attempt, article, type Furniture, insert, nobody, update, version } from './test-statements'

type Values = Record<string, string | number>

const draft = ({ emptyArticle, ben }: Furniture, values: Values = {}) =>
  insert('ArticleDraft', {
    ...{ '"articleId"': emptyArticle, content: `'{}'`, '"startedById"': ben, '"savedById"': ben },
    ...values,
  })
const save = ({ emptyArticle, ben }: Furniture, values: Values = {}) =>
  insert('DraftRevision', {
    ...{ '"articleId"': emptyArticle, revision: 1, content: `'{}'`, '"savedById"': ben },
    ...values,
  })
const aside = ({ emptyArticle, ben }: Furniture, values: Values = {}) =>
  insert('DraftAside', { '"articleId"': emptyArticle, place: `'headline'`, '"writtenById"': ben, ...values })
const presence = ({ emptyArticle, ben }: Furniture, values: Values = {}) =>
  insert('DraftPresence', { '"articleId"': emptyArticle, '"readerId"': ben, '"seenAt"': 'now()', ...values })
const onArticle = (change: string) => (given: Furniture) => update('Article', given.article, change)
const held = `"legalHoldAt" = now(), "legalHoldReason" = 'a claim'`
const sayingNothing = (kind: string): Attempt => [
  `a ${kind} says what it is about`,
  (given) => version(given.article, { kind: `'${kind}'`, note: `' '` }),
  'ArticleVersion_note_says_what',
]

export const attemptsOnDrafts: Attempt[] = [
  [
    'a draft is an article’s',
    (given) => draft(given, { '"articleId"': nobody }),
    'ArticleDraft_articleId_fkey',
  ],
  [
    'somebody started it',
    (given) => draft(given, { '"startedById"': nobody }),
    'ArticleDraft_startedById_fkey',
  ],
  ['somebody saved it', (given) => draft(given, { '"savedById"': nobody }), 'ArticleDraft_savedById_fkey'],
  ['its saves are counted from 1', (given) => draft(given, { revision: 0 }), 'ArticleDraft_revision'],
  ['it has fields', (given) => draft(given, { content: `'[]'` }), 'ArticleDraft_content'],
  [
    'a save is of an article',
    (given) => save(given, { '"articleId"': nobody }),
    'DraftRevision_articleId_fkey',
  ],
  ['a save is somebody’s', (given) => save(given, { '"savedById"': nobody }), 'DraftRevision_savedById_fkey'],
  ['saves are numbered from 1', (given) => save(given, { revision: 0 }), 'DraftRevision_revision'],
  ['a save has fields', (given) => save(given, { content: `'[]'` }), 'DraftRevision_content'],
  [
    'what was set aside is of an article',
    (given) => aside(given, { '"articleId"': nobody }),
    'DraftAside_articleId_fkey',
  ],
  [
    'what was set aside somebody wrote',
    (given) => aside(given, { '"writtenById"': nobody }),
    'DraftAside_writtenById_fkey',
  ],
  [
    'nobody has open what is not there',
    (given) => presence(given, { '"articleId"': nobody }),
    'DraftPresence_articleId_fkey',
  ],
  [
    'somebody has it open',
    (given) => presence(given, { '"readerId"': nobody }),
    'DraftPresence_readerId_fkey',
  ],
  [
    'nothing is listed that is not there',
    ({ section }) =>
      insert('ArticleListing', {
        ...{ '"articleId"': nobody, headline: `'H'`, state: `'draft'`, '"sectionId"': section },
        ...{ '"authorIds"': `'{}'`, '"changedAt"': 'now()', keys: `'{}'` },
      }),
    'ArticleListing_articleId_fkey',
  ],
  ...['clarification', 'correction', 'retraction'].map(sayingNothing),
  ['sources are a list', (given) => version(given.article, { sources: `'{}'` }), 'ArticleVersion_sources'],
  [
    'a language is a tag',
    (given) => version(given.article, { language: `'"><b>'` }),
    'ArticleVersion_language',
  ],
  ...['scheduled', 'embargoed'].map(
    (state): Attempt => [
      `what is ${state} has its time`,
      (given) => article(given, { state: `'${state}'` }),
      'Article_goes_live',
    ],
  ),
  ['a first public version is numbered', onArticle(`"firstPublicNumber" = 0`), 'Article_first_public'],
  ['a hold says why', onArticle(`"legalHoldAt" = now()`), 'Article_hold_says_why'],
  [
    'no story goes on from itself',
    (given) => onArticle(`"previousId" = ${given.article}`)(given),
    'Article_not_its_own_previous',
  ],
  [
    'a story goes on from one that is there',
    onArticle(`"previousId" = ${nobody}`),
    'Article_previousId_fkey',
  ],
  [
    'under a legal hold no version is added',
    (given) => `${onArticle(held)(given)}; ${version(given.article, {})}`,
    'is under a legal hold',
  ],
  [
    'nor is it shown again',
    (given) =>
      `${onArticle(`${held}, state = 'blocked'`)(given)}; ${onArticle(`state = 'published'`)(given)}`,
    'is under a legal hold',
  ],
]
