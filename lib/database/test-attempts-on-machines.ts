import { type Attempt, nobody } from './test-statements'

export const attemptsOnMachines: Attempt[] = [
  [
    'a part of the sitemap has no fewer articles than none',
    () => `insert into "SitemapPart" values (1, -1, now())`,
    'SitemapPart_count',
  ],
  [
    'it is one part',
    () => `insert into "SitemapPart" values (999999, 1, now()), (999999, 1, now())`,
    'SitemapPart_pkey',
  ],
  [
    'what is to be told is an article',
    () => `insert into "ChangedArticle" values (${nobody})`,
    'ChangedArticle_articleId_fkey',
  ],
  [
    'it is told once',
    (given) => `insert into "ChangedArticle" values (${given.article}), (${given.article})`,
    'ChangedArticle_pkey',
  ],
  ['what was read was read', (given) => reads(given.article, 0), 'ArticleReads_count'],
  ['it is an article', () => reads(nobody, 1), 'ArticleReads_articleId_fkey'],
  [
    'a day is counted once',
    (given) => `${reads(given.article, 1)}; ${reads(given.article, 1)}`,
    'ArticleReads_pkey',
  ],
]

function reads(articleId: number | string, count: number): string {
  return `insert into "ArticleReads" values (${articleId}, '2026-03-02', ${count})`
}
