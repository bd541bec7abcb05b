-- What anyone may read of the newsroom's work, in one place, as PublicComment is for what is said about it: pages,
-- feeds, sitemaps, search, counts and programs select from here or through lib/articles/public.ts, which says the same.
CREATE VIEW "PublicArticle" AS
SELECT a.id, a.slug, a."sectionId", a.prominence, a."publishedAt", a."currentVersionId", a."publicCommentCount"
FROM "Article" a
WHERE a.state = 'published' AND a."publishedAt" IS NOT NULL AND a."currentVersionId" IS NOT NULL;
