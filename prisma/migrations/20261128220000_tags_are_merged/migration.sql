-- AlterTable
ALTER TABLE "Tag" ADD COLUMN     "mergedIntoId" INTEGER;

-- CreateIndex
CREATE INDEX "Tag_mergedIntoId_idx" ON "Tag"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Tag" ADD CONSTRAINT "Tag_another" CHECK ("mergedIntoId" <> id);

-- The tags that words stand for: each its own, or the one it was merged into.
CREATE FUNCTION tags_of(words text[]) RETURNS SETOF integer LANGUAGE sql STABLE AS $$
  WITH RECURSIVE led AS (
    SELECT t.id, t."mergedIntoId" FROM "Tag" t WHERE t.slug IN (SELECT tag_slug(word) FROM unnest(words) word)
    UNION
    SELECT t.id, t."mergedIntoId" FROM led JOIN "Tag" t ON t.id = led."mergedIntoId")
  SELECT id FROM led WHERE "mergedIntoId" IS NULL
$$;

-- Files the articles of a tag anew by their words, after it was merged or something was split from it.
CREATE FUNCTION refile_tag(refiled integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ArticleTag" ("articleId", "tagId", "publishedAt")
  SELECT l."articleId", of_word, l."publishedAt"
  FROM "ArticleTag" l JOIN "Article" a ON a.id = l."articleId" JOIN "ArticleVersion" v ON v.id = a."currentVersionId",
    tags_of(v.tags) of_word
  WHERE l."tagId" = refiled
  ON CONFLICT DO NOTHING;
  DELETE FROM "ArticleTag" l
  WHERE l."tagId" = refiled AND refiled NOT IN (
    SELECT tags_of(v.tags) FROM "Article" a JOIN "ArticleVersion" v ON v.id = a."currentVersionId" WHERE a.id = l."articleId");
END $$;

-- As it was, but for what tags the words stand for. Nobody publishes between two states of the tags: whoever changes
-- them (lib/newsroom/commands-tags.ts) holds this lock alone.
CREATE OR REPLACE FUNCTION keep_article_lists() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE since timestamptz; said text[]; news text[];
BEGIN
  SELECT p."publishedAt", v.tags INTO since, said
  FROM "PublicArticle" p JOIN "ArticleVersion" v ON v.id = p."currentVersionId" WHERE p.id = NEW.id;
  -- What nobody could read before, nor can now.
  IF since IS NULL AND (TG_OP = 'INSERT' OR OLD.state = NEW.state) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtext('tribune tags'));
  WITH left_behind AS (DELETE FROM "ArticleTag" WHERE "articleId" = NEW.id RETURNING "tagId")
  SELECT array_agg('tag:' || t.slug) INTO news FROM left_behind l JOIN "Tag" t ON t.id = l."tagId";
  IF since IS NOT NULL THEN
    INSERT INTO "Tag" (slug, name)
    SELECT DISTINCT ON (tag_slug(word)) tag_slug(word), word FROM unnest(said) word
    WHERE tag_slug(word) <> '' AND NOT EXISTS (SELECT 1 FROM "Tag" t WHERE t.slug = tag_slug(word))
    ORDER BY tag_slug(word)
    ON CONFLICT DO NOTHING;
    WITH arrived AS (
      INSERT INTO "ArticleTag" ("articleId", "tagId", "publishedAt")
      SELECT NEW.id, of_word, since FROM tags_of(said) of_word
      RETURNING "tagId")
    SELECT news || array_agg('tag:' || t.slug) INTO news FROM arrived a JOIN "Tag" t ON t.id = a."tagId";
  END IF;
  UPDATE "Byline" SET "publishedAt" = since WHERE "articleId" = NEW.id AND "publishedAt" IS DISTINCT FROM since;
  SELECT news || array_agg('author:' || a.slug) INTO news
  FROM "Byline" b JOIN "Author" a ON a.id = b."authorId" WHERE b."articleId" = NEW.id;
  news := news || archive_topics(NEW."publishedAt") || ARRAY['archive'];
  IF TG_OP = 'UPDATE' THEN news := news || archive_topics(OLD."publishedAt"); END IF;
  PERFORM bump_topics(news);
  RETURN NULL;
END $$;
