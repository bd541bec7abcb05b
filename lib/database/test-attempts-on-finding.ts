import { type Attempt, nobody } from './test-statements'

/** What readers find stories by. */
export const attemptsOnFinding: Attempt[] = [
  [
    'a tag has one address',
    () => `insert into "Tag" (slug, name) values ('a', 'A'), ('a', 'B')`,
    'Tag_slug_key',
  ],
  [
    'a tag is merged into a tag',
    () => `insert into "Tag" (slug, name, "mergedIntoId") values ('a', 'A', ${nobody})`,
    'Tag_mergedIntoId_fkey',
  ],
  [
    'a tag is merged into another',
    () => `insert into "Tag" (id, slug, name, "mergedIntoId") values (${nobody}, 'a', 'A', ${nobody})`,
    'Tag_another',
  ],
  [
    'a tagged article is there',
    () =>
      `insert into "Tag" (id, slug, name) values (${nobody}, 'a', 'A'); insert into "ArticleTag" values (${nobody}, ${nobody}, now())`,
    'ArticleTag_articleId_fkey',
  ],
  [
    'a tag that an article has is there',
    (given) => `insert into "ArticleTag" values (${given.article}, ${nobody}, now())`,
    'ArticleTag_tagId_fkey',
  ],
  [
    'what is searched is an article',
    () => `insert into "SearchEntry" values (${nobody}, now(), '', '')`,
    'SearchEntry_articleId_fkey',
  ],
  [
    'what is read next follows an article',
    (given) => `insert into "RelatedArticle" values (${nobody}, 1, ${given.article})`,
    'RelatedArticle_articleId_fkey',
  ],
  [
    'what is read next is an article',
    (given) => `insert into "RelatedArticle" values (${given.article}, 1, ${nobody})`,
    'RelatedArticle_relatedId_fkey',
  ],
  [
    'what is read next is another article',
    (given) => `insert into "RelatedArticle" values (${given.article}, 1, ${given.article})`,
    'RelatedArticle_another',
  ],
  [
    'whoever arranges the front is there',
    () => `insert into "FrontArrangement" (places, "actorId") values ('{}', ${nobody})`,
    'FrontArrangement_actorId_fkey',
  ],
  [
    'an arrangement names places',
    () => `insert into "FrontArrangement" (places) values ('[]')`,
    'FrontArrangement_places',
  ],
  [
    'an arrangement stays as it was made',
    () => `insert into "FrontArrangement" (places) values ('{}'); delete from "FrontArrangement"`,
    'FrontArrangement rows never change',
  ],
]
