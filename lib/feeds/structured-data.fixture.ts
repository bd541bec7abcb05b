import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Validator from '@adobe/structured-data-validator'
import { z } from 'zod'

/**
 * What is wrong with an article's structured data: by what Google asks of an Article, and by Adobe's validator. That every
 * name is schema.org's own the compiler sees to; TRIBUNE_SCHEMAS may name a folder with the vocabulary itself
 * (`schemaorg/schemaorg-current-https.jsonld`), which is then asked as well.
 */
export async function structuredDataFaults(text: string): Promise<string[]> {
  const value: unknown = JSON.parse(text)
  const { data, error } = newsArticle.safeParse(value)
  if (!data) return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
  const issues = await new Validator(await vocabulary()).validate({ jsonld: { NewsArticle: [data] } })
  return issues.map(({ issueMessage, path }) => `${issueMessage} at ${JSON.stringify(path)}`)
}

async function vocabulary(): Promise<object | undefined> {
  const folder = process.env.TRIBUNE_SCHEMAS
  if (!folder) return undefined
  return JSON.parse(await readFile(join(folder, 'schemaorg/schemaorg-current-https.jsonld'), 'utf8'))
}

const instant = z.iso.datetime({ offset: true })
const person = z.looseObject({
  '@type': z.enum(['Person', 'Organization']),
  name: z.string().min(1),
  url: z.url(),
})
const pixels = z.strictObject({
  '@type': z.literal('QuantitativeValue'),
  value: z.number().int().positive(),
  unitCode: z.literal('E37'),
})
const image = z.looseObject({
  '@type': z.literal('ImageObject'),
  url: z.url(),
  width: pixels.optional(),
  height: pixels.optional(),
})

/** https://developers.google.com/search/docs/appearance/structured-data/article, and what the house promises beyond it. */
const newsArticle = z
  .looseObject({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('NewsArticle'),
    '@id': z.url(),
    url: z.url(),
    mainEntityOfPage: z.url(),
    headline: z.string().min(1),
    inLanguage: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/),
    datePublished: instant,
    dateModified: instant,
    author: z.union([person, z.array(person).min(1)]),
    publisher: z.looseObject({
      '@type': z.literal('NewsMediaOrganization'),
      name: z.string().min(1),
      logo: image,
    }),
    image: z.array(image).min(1),
    correction: z
      .array(
        z.looseObject({
          '@type': z.literal('CorrectionComment'),
          text: z.string().min(1),
          datePublished: instant,
        }),
      )
      .min(1)
      .optional(),
    commentCount: z.number().int().min(0),
    discussionUrl: z.url(),
  })
  .refine(({ datePublished, dateModified }) => Date.parse(dateModified) >= Date.parse(datePublished), {
    path: ['dateModified'],
    message: 'changed before it was published',
  })
