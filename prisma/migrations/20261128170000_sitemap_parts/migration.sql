-- The sitemap in parts of ten thousand News IDs: which there are, and when each last changed, without looking at the
-- articles. An old part never changes, and programs that have it need not fetch it again.
CREATE TABLE "SitemapPart" (
    "number" INTEGER NOT NULL,
    "articleCount" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SitemapPart_pkey" PRIMARY KEY ("number"),
    CONSTRAINT "SitemapPart_count" CHECK ("articleCount" >= 0)
);

-- As lib/feeds/sitemap.ts says it.
CREATE FUNCTION sitemap_part(article integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (article - 1) / 10000 + 1
$$;

-- Whichever way an article becomes public, changes or goes: the sitemap and what lists the newest know it.
CREATE FUNCTION keep_sitemap_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was integer := 0;
  becomes integer := CASE WHEN NEW.state = 'published' AND NEW."publishedAt" IS NOT NULL AND NEW."currentVersionId" IS NOT NULL THEN 1 ELSE 0 END;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    was := CASE WHEN OLD.state = 'published' AND OLD."publishedAt" IS NOT NULL AND OLD."currentVersionId" IS NOT NULL THEN 1 ELSE 0 END;
  END IF;
  IF was + becomes > 0 THEN
    INSERT INTO "SitemapPart" AS part VALUES (sitemap_part(NEW.id), greatest(becomes - was, 0), clock_timestamp())
    ON CONFLICT ("number") DO UPDATE
      SET "articleCount" = part."articleCount" + becomes - was, "changedAt" = excluded."changedAt";
    PERFORM bump_topics(ARRAY['news', 'sitemap:' || sitemap_part(NEW.id)]);
  END IF;
  RETURN NULL;
END $$;

-- At the end of the transaction, so that those who publish at once wait for each other as shortly as can be.
CREATE CONSTRAINT TRIGGER keep_sitemap_part_new AFTER INSERT ON "Article"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'published')
  EXECUTE FUNCTION keep_sitemap_part();
CREATE CONSTRAINT TRIGGER keep_sitemap_part AFTER UPDATE OF state, slug, "currentVersionId", "publishedAt" ON "Article"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_sitemap_part();

INSERT INTO "SitemapPart" SELECT sitemap_part(id), count(*), now() FROM "PublicArticle" GROUP BY 1;
