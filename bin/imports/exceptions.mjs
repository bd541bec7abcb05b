/**
 * What breaks a rule with good reason. One that excuses nothing any more is to be removed: the test says so.
 * @type {{ rule: string, path: RegExp, what?: RegExp, why: string }[]}
 */
export const exceptions = [
  {
    rule: 'app-asks-lib',
    path: /^app\/api\/ready\/route\.ts$/,
    what: /^lib\/db\.ts$/,
    why: 'whether the database answers is the one thing this handler is asked',
  },
  {
    rule: 'nouns-one-way',
    path: /^lib\/comments\/(commands|commands-check-failure|commands-edit|commands-preview|earlier|post|queries-house-check|queries-house-lists|queries-post-facts|wording)\.ts$/,
    what: /^lib\/moderation\/checks\//,
    why: 'posting and editing run the desk’s checks, which are pure and know nothing of comments',
  },
  {
    rule: 'documents-without-scripts',
    path: /^app\/global-error\.tsx$/,
    why: 'Next takes the last resort of its private pages from here only, and as a client component',
  },
  {
    rule: 'documents-without-scripts',
    path: /^components\/drawn-once\.tsx$/,
    why: 'long lists are drawn once, not drawn, written down and drawn again (decision 0035); no script of theirs is in a document',
  },
  {
    rule: 'no-barrels',
    path: /^components\/drawn-once\.tsx$/,
    why: 'what it has of its own is the border it draws (decision 0035)',
  },
]
