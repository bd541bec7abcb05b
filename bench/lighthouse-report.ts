import { z } from 'zod'

const Audit = z.object({
  score: z.number().nullable(),
  title: z.string(),
  numericValue: z.number().optional(),
})
const Category = z.object({
  score: z.number().nullable(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
})
const Report = z.object({
  lighthouseVersion: z.string(),
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(z.string(), Category),
  audits: z.record(z.string(), Audit),
})

/** One run of Lighthouse: scores of 100, times in milliseconds, and the audits that count and are not at their best. */
export type Audited = {
  version: string
  performance: number
  accessibility: number
  practices: number
  seo: number
  fcp: number
  lcp: number
  tbt: number
  cls: number
  failing: Failing[]
}
export type Failing = { id: string; title: string; score: number }

/** Reads Lighthouse's JSON. Throws when it could not audit the page. */
export function readReport(text: string): Audited {
  const { lighthouseVersion, runtimeError, categories, audits } = Report.parse(JSON.parse(text))
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`)
  const score = (name: string) => Math.round(100 * (categories[name]?.score ?? 0))
  const timing = (id: string) => audits[id]?.numericValue ?? Number.NaN
  const counting = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  )
  return {
    version: lighthouseVersion,
    performance: score('performance'),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
    seo: score('seo'),
    fcp: timing('first-contentful-paint'),
    lcp: timing('largest-contentful-paint'),
    tbt: timing('total-blocking-time'),
    cls: timing('cumulative-layout-shift'),
    failing: counting.flatMap(({ id }) => {
      const audit = audits[id]
      if (!audit || audit.score === null || audit.score === 1) return []
      return [{ id, title: audit.title, score: Math.floor(100 * audit.score) }]
    }),
  }
}
