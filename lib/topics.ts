import type { Transaction } from './db'
import { shared } from './shared'

/** The names of what pages show. A change bumps those it touches; a document is current while its own are. */
export const topics = {
  site: 'site',
  front: 'front',
  /** What is published, without what is said about it. A trigger bumps it, and the part of the sitemap (`sitemap:7`). */
  news: 'news',
  /** The library of reasons, as /rules shows it. */
  rules: 'rules',
  /** What was put right, as /corrections shows it. */
  corrections: 'corrections',
  /** What a standing page says. */
  page: (slug: string) => `page:${slug}`,
  section: (slug: string) => `section:${slug}`,
  /** Bumped by triggers on Article and Byline, like those of the archive's months (`archive:2020-11`). */
  tag: (slug: string) => `tag:${slug}`,
  author: (slug: string) => `author:${slug}`,
  archive: 'archive',
  article: (id: number) => `article:${id}`,
  talk: (articleId: number) => `talk:${articleId}`,
  /** What anyone may see of a reader: their profile. */
  reader: (id: number) => `reader:${id}`,
}

/**
 * Bumps and announces topics inside the transaction that changes what they stand for: PostgreSQL delivers the
 * announcement at commit, so nothing is announced that did not happen and nothing that happened goes unannounced.
 * Call it last: the rows stay locked until the commit.
 */
export async function bumpTopics(tx: Transaction, names: string[]): Promise<void> {
  await tx.$executeRaw`select bump_topics(${names}::text[])`
}

/** Resolves when this process has heard of everything committed so far: a writer's next page shows what was written. */
export async function hearOfWrites(): Promise<void> {
  await shared().hearNow?.()
}

/** The same without asking, for whoever was given the news of the one change it made (`bump_topics`), once it is committed. */
export function hearOf(news: string): void {
  shared().hear?.(news)
}
