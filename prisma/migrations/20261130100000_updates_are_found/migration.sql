-- The desk finds articles for which an update waits, as it finds them by words, authors, state and section: by one key more.
CREATE OR REPLACE FUNCTION list_article(id integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "ArticleListing" AS l ("articleId", headline, state, "sectionId", "authorIds", "changedAt", keys)
  SELECT a.id, said.headline, a.state, said.section, said.authors, a."changedAt",
         listing_keys(listing_era(a."changedAt"), said.headline, said.authors, a.state, said.section)
           || CASE WHEN EXISTS (SELECT FROM "ScheduledUpdate" w WHERE w."articleId" = a.id)
                THEN ARRAY[listing_era(a."changedAt") || ':u'] ELSE '{}' END
  FROM "Article" a
  LEFT JOIN "ArticleDraft" d ON d."articleId" = a.id
  LEFT JOIN "ArticleVersion" v ON v.id = a."currentVersionId"
  CROSS JOIN LATERAL (SELECT
    coalesce(d.content ->> 'headline', v.headline, '') AS headline,
    coalesce((SELECT s.id FROM "Section" s WHERE s.slug = d.content ->> 'section'), a."sectionId") AS section,
    coalesce(
      CASE WHEN d."articleId" IS NULL
        THEN (SELECT array_agg(b."authorId" ORDER BY b.position) FROM "Byline" b WHERE b."articleId" = a.id)
        ELSE (SELECT array_agg(u.id) FROM "Author" u WHERE d.content -> 'bylines' ? u.slug) END,
      '{}') AS authors) said
  WHERE a.id = list_article.id
  ON CONFLICT ("articleId") DO UPDATE SET headline = EXCLUDED.headline, state = EXCLUDED.state, "sectionId" = EXCLUDED."sectionId",
    "authorIds" = EXCLUDED."authorIds", "changedAt" = EXCLUDED."changedAt", keys = EXCLUDED.keys
  WHERE (l.headline, l.state, l."sectionId", l."authorIds", l."changedAt", l.keys)
    IS DISTINCT FROM (EXCLUDED.headline, EXCLUDED.state, EXCLUDED."sectionId", EXCLUDED."authorIds", EXCLUDED."changedAt", EXCLUDED.keys)
$$;

CREATE TRIGGER "ScheduledUpdate_listing" AFTER INSERT OR DELETE ON "ScheduledUpdate" FOR EACH ROW EXECUTE FUNCTION keep_listing();

SELECT list_article("articleId") FROM "ScheduledUpdate";
