import { expect, test, vi } from 'vitest'
import type { Submission } from './check'
import { isWithin, mostLinksOfAnybody } from './links'
import { reasonsInText, runChecks } from './run'
import { matchWords } from './word-matcher'

const known = { approvedCount: 2, isStaff: false, isGuest: false, underReview: false }
const submit = (given: Partial<Submission> & { own?: string } = {}) =>
  runChecks({
    own: 'a word',
    normalised: (given.own ?? 'a word').toLowerCase(),
    links: [],
    similar: [],
    mode: 'newcomers',
    author: known,
    ...given,
  })
const by = (approvedCount: number, isStaff = false) =>
  submit({ author: { ...known, approvedCount, isStaff } })
const linksTo = (...hosts: string[]) => hosts.map((host) => ({ href: `https://${host}/`, text: 'here' }))

test('a newcomer is held until people approved two comments, and the finding says so', () => {
  expect(by(0)).toMatchObject({
    verdict: 'hold',
    rule: 'newcomer',
    findings: [{ detail: { approved: 0, needed: 2 } }],
  })
  expect(by(1).verdict).toBe('hold')
  expect(by(2)).toMatchObject({ verdict: 'publish', rule: 'checks-passed' })
})

test('staff are published at once, whatever they write', () => {
  expect(by(0, true)).toMatchObject({ verdict: 'publish', rule: 'staff' })
  const shouted = submit({
    own: 'ATTENTION '.repeat(40),
    author: { ...known, approvedCount: 0, isStaff: true },
  })
  expect(shouted).toMatchObject({ verdict: 'publish', rule: 'staff' })
  expect(shouted.findings.map(({ check }) => check)).toContain('shouting')
})

test('whoever is under review is held for that, after what the text would be held for; the newsroom’s own, too', () => {
  const author = { ...known, underReview: true }
  expect(submit({ author })).toMatchObject({ verdict: 'hold', rule: 'sanctioned' })
  expect(submit({ author: { ...author, isStaff: true } })).toMatchObject({ rule: 'sanctioned' })
  expect(submit({ author: { ...author, isGuest: true } })).toMatchObject({ rule: 'sanctioned' })
  const shouted = submit({ author, own: 'ATTENTION '.repeat(40) })
  expect(shouted.rule).toBe('shouting')
  // No other words would pass: the writer is not asked for any.
  expect(reasonsInText(shouted.findings).map(({ check }) => check)).not.toContain('sanctioned')
})

test('more than two links of a newcomer are a reason, and more than five of anybody', () => {
  const newcomer = { approvedCount: 0, isStaff: false, isGuest: false, underReview: false }
  const reasons = (count: number, author = known) =>
    reasonsInText(submit({ links: linksTo(...Array(count).fill('example.org')), author }).findings).map(
      ({ check }) => check,
    )
  expect(reasons(2, newcomer)).toEqual([])
  expect(reasons(3, newcomer)).toEqual(['links'])
  expect(reasons(5)).toEqual([])
  expect(reasons(6)).toEqual(['links'])
})

test('a link that says one address and leads to another is held', () => {
  const link = (text: string, href: string) => submit({ links: [{ text, href }] }).rule
  expect(link('www.bank.example', 'https://evil.example/bank.example')).toBe('link-disguised')
  expect(link('https://bank.example/login', 'https://bank.example.evil.example/')).toBe('link-disguised')
  expect(link('bank.example', 'https://www.bank.example/login')).toBe('checks-passed')
  expect(link('münchen.example', 'https://xn--mnchen-3ya.example/')).toBe('checks-passed')
  expect(link('the report of 1.2.2020', 'https://bank.example/')).toBe('checks-passed')
})

test('A22: a host on a list stands for itself and what lies under it, and for no name that ends alike', () => {
  expect(isWithin('example.com', ['example.com'])).toBe(true)
  expect(isWithin('EXAMPLE.com.', ['example.com'])).toBe(true)
  expect(isWithin('a.b.example.com', ['example.com'])).toBe(true)
  expect(isWithin('attacker-example.com', ['example.com'])).toBe(false)
  expect(isWithin('example.com.evil.org', ['example.com'])).toBe(false)
  const lists = { words: matchWords([]), deniedHosts: ['evil.example'], allowedHosts: [] }
  const submission = { own: '', normalised: '', similar: [], mode: 'newcomers' as const, author: known }
  expect(runChecks({ ...submission, links: linksTo('a.evil.example') }, lists).rule).toBe('link-denied')
  expect(runChecks({ ...submission, links: linksTo('no-evil.example') }, lists).rule).toBe('checks-passed')
})

test('A22: links to an allowed host count for nothing, and it lends that to no name that ends or begins alike', () => {
  const lists = { words: matchWords([]), deniedHosts: ['evil.example'], allowedHosts: ['good.example'] }
  const submission = { own: '', normalised: '', similar: [], mode: 'newcomers' as const, author: known }
  const ruleOf = (...hosts: string[]) => runChecks({ ...submission, links: linksTo(...hosts) }, lists).rule
  const many = (host: string) => Array.from({ length: mostLinksOfAnybody + 1 }, () => host)
  expect(ruleOf(...many('good.example'))).toBe('checks-passed')
  expect(ruleOf(...many('a.b.GOOD.example'), 'else.example')).toBe('checks-passed')
  for (const host of ['attacker-good.example', 'good.example.attacker.example', 'xgood.example'])
    expect(ruleOf(...many(host))).toBe('links')
  expect(ruleOf('good.example', 'evil.example')).toBe('link-denied')
  const within = { ...lists, allowedHosts: ['news.evil.example'] }
  expect(runChecks({ ...submission, links: linksTo('news.evil.example') }, within).rule).toBe('checks-passed')
  expect(runChecks({ ...submission, links: linksTo('xnews.evil.example') }, within).rule).toBe('link-denied')
  const disguised = [{ href: 'https://good.example/', text: 'bank.example' }]
  expect(runChecks({ ...submission, links: disguised }, lists).rule).toBe('link-disguised')
})

test('a long text in capitals is shouting; a short one, and one without letters that have capitals, is not', () => {
  expect(submit({ own: 'HOW CAN ANYBODY BELIEVE A WORD OF WHAT THE MAYOR SAYS' })).toMatchObject({
    rule: 'shouting',
  })
  expect(submit({ own: 'NATO and the EU met in BRUSSELS, said the BBC on SUNDAY' }).rule).toBe(
    'checks-passed',
  )
  expect(submit({ own: 'THE NHS IS FINE' }).rule).toBe('checks-passed')
  expect(submit({ own: '橋の最後の石が今朝置かれた。'.repeat(10) }).rule).not.toBe('shouting')
})

test('the same over and over is repetition, prose is not', () => {
  expect(submit({ own: 'buy it now '.repeat(20) }).rule).toBe('repetition')
  expect(submit({ own: `No${'o'.repeat(60)}` }).rule).toBe('repetition')
  expect(submit({ own: '-'.repeat(60) }).rule).toBe('checks-passed')
  const prose =
    'The last stone of the bridge was set this morning after four winters and one summer of work and nobody fell although few had believed the engineers when they began to say so'
  expect(submit({ own: prose }).rule).toBe('checks-passed')
})

test('nearly the same text is held, and the finding names the comment', () => {
  const similar = [{ commentId: 7, distance: 3, byAuthor: false }]
  expect(submit({ similar })).toMatchObject({
    rule: 'seen-before',
    findings: [{ detail: { comment: 7, distance: 3 } }, {}],
  })
  expect(submit({ similar: [{ commentId: 7, distance: 0, byAuthor: true }] }).rule).toBe('said-elsewhere')
})

test('being new is no reason in the text: nobody is nudged for it', () => {
  expect(reasonsInText(by(0).findings)).toEqual([])
})

test('A19: a check that fails holds the text, whatever the others say, and is no reproach to its writer', () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const broken = {
    find() {
      throw new Error('the list cannot be read')
    },
  }
  const submission = {
    own: 'a word',
    normalised: 'a word',
    links: [],
    similar: [],
    author: known,
    mode: 'newcomers' as const,
  }
  const checked = runChecks(submission, { words: broken, deniedHosts: [], allowedHosts: [] })
  expect(checked).toMatchObject({ verdict: 'hold', rule: 'check-failed' })
  expect(reasonsInText(checked.findings)).toEqual([])
  expect(told).toHaveBeenCalledWith(expect.stringContaining('the list cannot be read'))
  told.mockRestore()
})

test('where comments are read afterwards a newcomer’s appear, and the finding says so; what else holds still does', () => {
  const author = { ...known, approvedCount: 0 }
  expect(submit({ mode: 'after', author })).toMatchObject({
    verdict: 'publish',
    findings: [{ check: 'newcomer', verdict: 'pass', detail: { approved: 0, needed: 2, mode: 'after' } }],
  })
  expect(submit({ mode: 'after', author, links: linksTo('a.example', 'b.example', 'c.example') }).rule).toBe(
    'links',
  )
})

test('where comments are read before, everybody’s wait, but the newsroom’s; no other words would pass', () => {
  const held = submit({ mode: 'before' })
  expect(held).toMatchObject({ verdict: 'hold', rule: 'before-publication' })
  expect(reasonsInText(held.findings)).toEqual([])
  expect(submit({ mode: 'before', author: { ...known, isGuest: true } }).verdict).toBe('hold')
  expect(submit({ mode: 'before', author: { ...known, isStaff: true } }).verdict).toBe('publish')
})

test('of whom a sanction holds that is told, wherever they write', () => {
  expect(submit({ mode: 'before', author: { ...known, underReview: true } }).rule).toBe('sanctioned')
})
