-- A part of ten thousand addresses took a tenth of a second to ask for; one of two thousand is asked for like any list.
-- As lib/feeds/sitemap.ts says it. A process that is still the old one lists the new parts and finds none of the later ones
-- until it is replaced: programs come back for what they missed.
CREATE OR REPLACE FUNCTION sitemap_part(article integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (article - 1) / 2000 + 1
$$;

-- Nobody publishes between the two: what was counted by the old parts would be missing in the new ones.
LOCK TABLE "Article" IN SHARE ROW EXCLUSIVE MODE;
DELETE FROM "SitemapPart";
INSERT INTO "SitemapPart"
SELECT sitemap_part(a.id), count(*), max(GREATEST(p."publishedAt", a."publishedAt"))
FROM "PublicArticle" a JOIN "PublishedVersion" p ON p."versionId" = a."currentVersionId"
GROUP BY 1;
