-- What hubs and search engines are still to be told of, whoever published, changed or took it back. An article has one row
-- however often it changes, and a job makes one note of many; without a hub or a key it lets them go.
CREATE TABLE "ChangedArticle" (
    "articleId" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChangedArticle_pkey" PRIMARY KEY ("articleId")
);

ALTER TABLE "ChangedArticle" ADD CONSTRAINT "ChangedArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION note_changed_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- An archive that is brought in is no news.
  IF OLD.state = 'published' OR (NEW.state = 'published' AND NEW."publishedAt" > now() - interval '2 days') THEN
    INSERT INTO "ChangedArticle" ("articleId") VALUES (NEW.id)
    ON CONFLICT ("articleId") DO UPDATE SET "changedAt" = now();
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_changed_article AFTER UPDATE OF state, slug, "currentVersionId", "publishedAt" ON "Article"
  FOR EACH ROW EXECUTE FUNCTION note_changed_article();
