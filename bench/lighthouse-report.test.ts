import { describe, expect, it } from 'vitest'
import { readReport } from './lighthouse-report'

const report = {
  lighthouseVersion: '12.8.2',
  categories: {
    performance: {
      score: 0.994,
      auditRefs: [
        { id: 'largest-contentful-paint', weight: 25 },
        { id: 'hint', weight: 0 },
      ],
    },
    accessibility: {
      score: 1,
      auditRefs: [
        { id: 'contrast', weight: 7 },
        { id: 'no-video', weight: 10 },
      ],
    },
    'best-practices': { score: 1, auditRefs: [] },
    seo: { score: 1, auditRefs: [] },
  },
  audits: {
    'largest-contentful-paint': { score: 0.999, title: 'Largest Contentful Paint', numericValue: 1234.5 },
    hint: { score: 0, title: 'Only a hint' },
    contrast: { score: 1, title: 'Contrast is enough' },
    'no-video': { score: null, title: 'Not applicable' },
  },
}

describe('a report of Lighthouse', () => {
  it('gives scores of 100 and times in milliseconds', () => {
    const audited = readReport(JSON.stringify(report))
    expect(audited).toMatchObject({
      version: '12.8.2',
      performance: 99,
      accessibility: 100,
      seo: 100,
      lcp: 1234.5,
    })
    expect(audited.tbt).toBeNaN()
  })

  it('names what counts and is not at its best, and nothing else', () => {
    expect(readReport(JSON.stringify(report)).failing).toEqual([
      { id: 'largest-contentful-paint', title: 'Largest Contentful Paint', score: 99 },
    ])
  })

  it('of a page that could not be audited is an error', () => {
    const broken = {
      ...report,
      runtimeError: { code: 'NO_FCP', message: 'The page did not paint any content' },
    }
    expect(() => readReport(JSON.stringify(broken))).toThrow('did not paint')
  })
})
