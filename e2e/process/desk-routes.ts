import type { DeskAction } from '@/lib/moderation/permissions'

/** What a request is about: ids that are there, and of the comment what a form has to name. */
export type About = {
  comment: { id: number; revision: number; seen: number }
  person: number
  article: number
  section: number
  author: number
  picture: number
}

export type DeskRoute = {
  /** What is done there, by the table of permissions. */
  action: DeskAction
  /** Its address with ids in it, where the pattern has any. */
  path?: (about: About) => string
  /** A form that can be read; without one it is a page, or answers GET. */
  form?: (about: About) => Record<string, string>
  /** What decides about a person or a comment there finds them itself: about nobody it goes by the role alone. */
  aboutNobody?: true
}

const onComment = (verb: string) => (about: About) => `/api/admin/comments/${about.comment.id}/${verb}`
const onPerson = (verb: string) => (about: About) => `/api/admin/readers/${about.person}/${verb}`
const onArticle = (verb: string) => (about: About) => `/api/admin/articles/${about.article}/${verb}`
const author = { name: 'Ada', slug: '', bio: '', handle: '', picture: '' }
const section = { name: 'Weather', slug: '', description: '' }
const wording = { title: 'Keep to the matter', reason: 'It is about something else.', text: '' }

/**
 * Every page and handler of the desk, by its file's place in app/, with what is done there. A new one has to be added:
 * permissions.process.test.ts asks them all, as everybody.
 */
export const deskRoutes: Record<string, DeskRoute> = {
  '/admin': { action: 'read-queue' },
  '/admin/queue': { action: 'read-queue' },
  '/admin/appeals': { action: 'read-queue' },
  '/admin/comments/[id]': {
    action: 'read-queue',
    path: ({ comment }) => `/admin/comments/${comment.id}`,
  },
  '/admin/comments/[id]/redact': {
    action: 'read-queue',
    path: ({ comment }) => `/admin/comments/${comment.id}/redact`,
  },
  '/admin/log': { action: 'read-log' },
  '/admin/readers': { action: 'read-readers' },
  '/admin/readers/[id]': { action: 'read-readers', path: ({ person }) => `/admin/readers/${person}` },
  '/admin/rules': { action: 'read-queue' },
  '/admin/rules/reasons': { action: 'read-queue' },
  '/admin/rules/house': { action: 'read-queue' },
  '/admin/settings': { action: 'read-queue' },

  '/api/admin/comments/[id]/decide': {
    action: 'approve',
    path: onComment('decide'),
    form: ({ comment }) => ({ move: 'approve', revision: `${comment.revision}`, seen: `${comment.seen}` }),
  },
  '/api/admin/comments/[id]/mark': {
    action: 'mark',
    path: onComment('mark'),
    form: () => ({ mark: 'pick', on: '1' }),
  },
  '/api/admin/comments/[id]/redact': {
    action: 'redact',
    path: onComment('redact'),
    form: ({ comment }) => ({ revision: `${comment.revision}`, seen: `${comment.seen}`, passage: 'thought' }),
  },
  '/api/admin/comments/[id]/undo': {
    action: 'undo',
    path: onComment('undo'),
    form: ({ comment }) => ({ seen: `${comment.seen}` }),
  },
  '/api/admin/batches': {
    ...{ action: 'approve', aboutNobody: true },
    form: ({ comment }) => ({
      move: 'approve',
      [`item-${comment.id}`]: `${comment.revision}.${comment.seen}`,
    }),
  },
  '/api/admin/batches/[id]/undo': {
    ...{ action: 'undo', aboutNobody: true },
    path: () => '/api/admin/batches/1/undo',
    form: () => ({}),
  },
  '/api/admin/appeals/[id]/judge': {
    ...{ action: 'judge-appeal', aboutNobody: true },
    path: () => '/api/admin/appeals/1/judge',
    form: () => ({ outcome: 'upheld', body: 'No.' }),
  },
  '/api/admin/appeals/[id]/undo': {
    ...{ action: 'judge-appeal', aboutNobody: true },
    path: () => '/api/admin/appeals/1/undo',
    form: () => ({ seen: '1' }),
  },
  '/api/admin/appeals/sanctions/[id]/judge': {
    ...{ action: 'lift', aboutNobody: true },
    path: () => '/api/admin/appeals/sanctions/1/judge',
    form: () => ({ outcome: 'upheld', body: 'No.' }),
  },
  '/api/admin/log': { action: 'export-log', path: () => '/api/admin/log?format=csv' },
  '/api/admin/queue/counts': { action: 'read-queue' },
  '/api/admin/queue/release': { action: 'read-queue', form: () => ({}) },
  '/api/admin/queues': { action: 'save-queue', form: () => ({ name: 'Late' }) },
  '/api/admin/queues/[id]/remove': {
    action: 'save-queue',
    // Another's is refused for another reason.
    path: () => '/api/admin/queues/2000000000/remove',
    form: () => ({}),
  },

  '/api/admin/readers/[id]/sanction': {
    action: 'warn',
    path: onPerson('sanction'),
    form: () => ({ kind: 'warn', reason: 'spam' }),
  },
  '/api/admin/readers/[id]/lift': {
    action: 'lift',
    path: onPerson('lift'),
    form: () => ({ sanction: '1' }),
  },
  '/api/admin/readers/[id]/note': {
    action: 'note',
    path: onPerson('note'),
    form: () => ({ text: 'Wrote twice.' }),
  },
  '/api/admin/readers/[id]/message': {
    action: 'message',
    path: onPerson('message'),
    form: () => ({ text: 'Good day.' }),
  },
  '/api/admin/readers/[id]/trust': { action: 'trust', path: onPerson('trust'), form: () => ({ on: '1' }) },
  '/api/admin/readers/[id]/expertise': {
    action: 'name-expert',
    path: onPerson('expertise'),
    form: () => ({ expertise: 'Glaciologist' }),
  },
  '/api/admin/readers/[id]/reject-all': {
    action: 'reject',
    path: onPerson('reject-all'),
    form: () => ({ reason: 'spam' }),
  },
  '/api/admin/readers/[id]/put-back': {
    ...{ action: 'undo', aboutNobody: true },
    path: onPerson('put-back'),
    form: () => ({ action: '1' }),
  },
  '/api/admin/readers/[id]/sign-out': {
    action: 'sign-out-everywhere',
    path: onPerson('sign-out'),
    form: () => ({}),
  },
  '/api/admin/readers/[id]/role': {
    action: 'change-role',
    path: onPerson('role'),
    form: () => ({ role: 'reader' }),
  },

  '/api/admin/rules': { action: 'adopt-lists', form: () => ({ words: 'snollygoster', hosts: '' }) },
  '/api/admin/rules/adopt': { action: 'adopt-lists', form: () => ({ proposal: '1', inForce: '1' }) },
  '/api/admin/rules/checks': { action: 'set-checks', form: () => ({ check: 'words', onFailure: 'hold' }) },
  '/api/admin/rules/house': { action: 'set-checks', form: () => ({ begin: '1' }) },
  '/api/admin/rules/reasons': { action: 'change-reasons', form: () => wording },
  '/api/admin/rules/reasons/[code]/place': {
    action: 'change-reasons',
    path: () => '/api/admin/rules/reasons/spam/place',
    form: () => ({ above: 'spam' }),
  },
  '/api/admin/rules/reasons/[code]/retire': {
    action: 'change-reasons',
    path: () => '/api/admin/rules/reasons/spam/retire',
    form: () => ({ on: '0' }),
  },
  '/api/admin/rules/reasons/[code]/reword': {
    action: 'change-reasons',
    path: () => '/api/admin/rules/reasons/spam/reword',
    form: () => ({ ...wording, seen: '1' }),
  },
  '/api/admin/settings': {
    action: 'set-modes',
    form: () => ({ mode: 'newcomers', days: '', heatComments: '', heatPercent: '', heatSeconds: '120' }),
  },
  '/api/admin/settings/sections/[id]': {
    action: 'set-modes',
    path: ({ section }) => `/api/admin/settings/sections/${section}`,
    form: () => ({ mode: '', days: '' }),
  },
  '/api/admin/settings/articles/[id]': {
    action: 'set-article-mode',
    path: ({ article }) => `/api/admin/settings/articles/${article}`,
    form: () => ({ mode: '', days: '', slow: '', conversation: 'open' }),
  },
  '/api/admin/settings/articles/[id]/questions': {
    action: 'set-questions',
    path: ({ article }) => `/api/admin/settings/articles/${article}/questions`,
    form: () => ({ mode: 'comments' }),
  },

  '/admin/articles': { action: 'read-articles' },
  '/admin/articles/[id]': { action: 'read-articles', path: ({ article }) => `/admin/articles/${article}` },
  '/admin/articles/[id]/preview': {
    action: 'read-articles',
    path: ({ article }) => `/admin/articles/${article}/preview`,
  },
  '/admin/articles/[id]/receipt': {
    action: 'read-articles',
    path: ({ article }) => `/admin/articles/${article}/receipt`,
  },
  '/api/admin/articles': { action: 'write-article', form: () => ({ section: 'world' }) },
  '/api/admin/articles/[id]/draft': {
    action: 'write-article',
    path: onArticle('draft'),
    form: () => ({ base: 'v1' }),
  },
  '/api/admin/articles/[id]/presence': {
    action: 'read-articles',
    path: onArticle('presence'),
    form: () => ({ open: '1' }),
  },
  '/api/admin/articles/[id]/aside': {
    action: 'write-article',
    path: onArticle('aside'),
    form: () => ({ aside: '1', choice: 'standing' }),
  },
  '/api/admin/articles/[id]/discard': {
    action: 'write-article',
    path: onArticle('discard'),
    form: () => ({ base: 'v1' }),
  },
  '/api/admin/articles/[id]/flag': {
    action: 'write-article',
    path: onArticle('flag'),
    form: () => ({ on: '1' }),
  },
  '/api/admin/articles/[id]/move': {
    action: 'take-back-article',
    path: onArticle('move'),
    form: () => ({ move: 'withdraw', words: 'It was wrong.' }),
  },
  '/api/admin/articles/[id]/publish': {
    action: 'publish-article',
    path: onArticle('publish'),
    form: () => ({ base: 'v1', move: 'publish' }),
  },

  '/admin/articles/errors': { action: 'settle-errors' },
  '/admin/articles/[id]/correct': {
    action: 'publish-article',
    path: ({ article }) => `/admin/articles/${article}/correct`,
  },
  '/admin/authors': { action: 'edit-authors' },
  '/admin/authors/[id]': { action: 'edit-authors', path: ({ author }) => `/admin/authors/${author}` },
  '/admin/front': { action: 'arrange-front' },
  '/admin/insights': { action: 'read-articles' },
  '/admin/pages': { action: 'edit-pages' },
  '/admin/pages/[slug]': { action: 'edit-pages', path: () => '/admin/pages/about' },
  '/admin/pictures': { action: 'read-articles' },
  '/admin/pictures/[id]': { action: 'read-articles', path: ({ picture }) => `/admin/pictures/${picture}` },
  '/admin/sections': { action: 'edit-sections' },
  '/admin/tags': { action: 'edit-tags' },
  '/api/admin/articles/[id]/correct': {
    action: 'publish-article',
    path: onArticle('correct'),
    form: () => ({ step: 'kind', kind: 'typo', note: '' }),
  },
  '/api/admin/errors/[id]/dismiss': {
    action: 'settle-errors',
    path: () => '/api/admin/errors/1/dismiss',
    form: () => ({}),
  },
  '/api/admin/authors': { action: 'edit-authors', form: () => author },
  '/api/admin/authors/[id]': {
    action: 'edit-authors',
    path: (about) => `/api/admin/authors/${about.author}`,
    form: () => author,
  },
  '/api/admin/front': { action: 'arrange-front', form: () => ({ seen: '0' }) },
  '/api/admin/front/restore': { action: 'arrange-front', form: () => ({ id: '0' }) },
  '/api/admin/pages/[slug]': {
    action: 'edit-pages',
    path: () => '/api/admin/pages/about',
    form: () => ({ title: 'About', text: 'Who we are.', seen: '0' }),
  },
  '/api/admin/pictures': { action: 'read-articles' },
  '/api/admin/pictures/[id]': {
    action: 'write-article',
    path: ({ picture }) => `/api/admin/pictures/${picture}`,
    form: () => ({ alt: 'A quay', credit: 'Ada', focalX: '50', focalY: '50' }),
  },
  '/api/admin/pictures/shown/[hash]': {
    action: 'read-articles',
    path: () => `/api/admin/pictures/shown/${'0'.repeat(32)}`,
  },
  '/api/admin/tags/[id]': {
    action: 'edit-tags',
    path: () => '/api/admin/tags/1',
    form: () => ({ step: 'split' }),
  },
  '/api/admin/sections': { action: 'edit-sections', form: () => section },
  '/api/admin/sections/[id]': {
    action: 'edit-sections',
    path: (about) => `/api/admin/sections/${about.section}`,
    form: () => section,
  },
  '/api/admin/sections/[id]/place': {
    action: 'edit-sections',
    path: (about) => `/api/admin/sections/${about.section}/place`,
    form: (about) => ({ above: String(about.section) }),
  },
}
