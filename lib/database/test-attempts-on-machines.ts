import { type Attempt, nobody } from './test-statements'

export const attemptsOnMachines: Attempt[] = [
  ['what is read most is one row', () => `insert into "MostRead" values (2, '{}')`, 'MostRead_one'],
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
  [
    'nobody is remembered less than not at all',
    () => `${readDay('a')}, ('2026-03-03', 'b', -1)`,
    'ReadDay_remembered',
  ],
  ['a day has one salt', () => `${readDay('a')}; ${readDay('b')}`, 'ReadDay_pkey'],
  ['a reader is known by a salt', () => sight, 'ReadSight_day_fkey'],
  ['somebody reads once', () => `${readDay('a')}; ${sight}; ${sight}`, 'ReadSight_pkey'],
]

const sight = `insert into "ReadSight" values ('2026-03-02', 'here', 'somebody')`

function readDay(salt: string): string {
  return `insert into "ReadDay" values ('2026-03-02', '${salt}', 0)`
}

function reads(articleId: number | string, count: number): string {
  return `insert into "ArticleReads" values (${articleId}, '2026-03-02', ${count})`
}
