-- DropIndex
DROP INDEX "Byline_authorId_idx";

-- AlterTable
ALTER TABLE "Byline" ADD COLUMN     "publishedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Tag" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleTag" (
    "articleId" INTEGER NOT NULL,
    "tagId" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleTag_pkey" PRIMARY KEY ("articleId","tagId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Tag_slug_key" ON "Tag"("slug");

-- CreateIndex
CREATE INDEX "ArticleTag_tagId_publishedAt_articleId_idx" ON "ArticleTag"("tagId", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "Byline_authorId_publishedAt_articleId_idx" ON "Byline"("authorId", "publishedAt" DESC, "articleId" DESC);

-- AddForeignKey
ALTER TABLE "ArticleTag" ADD CONSTRAINT "ArticleTag_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTag" ADD CONSTRAINT "ArticleTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What a tag is called in an address: its words in lower case, Latin accents dropped, other scripts kept.
CREATE FUNCTION tag_slug(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(left(btrim(regexp_replace(
    normalize(regexp_replace(normalize(lower(replace(name, '''', '')), NFKD), '[\u0300-\u036f]', '', 'g'), NFC),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u05be\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u2bff\u3000-\u3004\u3008-\u3020\u3030\u30fb\U0001f000-\U0001faff]+',
    '-', 'g'), '-'), 80), '-')
$$;

-- The topics of the archive's pages that an instant may stand on: whatever zone the site is in, its day there lies
-- within fourteen hours.
CREATE FUNCTION archive_topics(at timestamptz) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(DISTINCT 'archive:' || to_char(near AT TIME ZONE 'UTC', form))
  FROM unnest(ARRAY[at - interval '14 hours', at + interval '14 hours']) near, unnest(ARRAY['YYYY', 'YYYY-MM']) form
  WHERE at IS NOT NULL
$$;

-- Keeps what the pages of tags, authors and days list, whoever publishes, changes or takes back an article, and makes
-- those pages old, those that it left included.
CREATE FUNCTION keep_article_lists() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE since timestamptz; said text[]; news text[];
BEGIN
  SELECT p."publishedAt", v.tags INTO since, said
  FROM "PublicArticle" p JOIN "ArticleVersion" v ON v.id = p."currentVersionId" WHERE p.id = NEW.id;
  -- What nobody could read before, nor can now.
  IF since IS NULL AND (TG_OP = 'INSERT' OR OLD.state = NEW.state) THEN RETURN NULL; END IF;
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
      SELECT NEW.id, t.id, since FROM "Tag" t WHERE t.slug IN (SELECT tag_slug(word) FROM unnest(said) word)
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
CREATE TRIGGER "Article_lists" AFTER INSERT OR UPDATE OF state, "currentVersionId", "publishedAt", slug, "sectionId"
  ON "Article" FOR EACH ROW EXECUTE FUNCTION keep_article_lists();

-- A byline says when its article was published, also one that is added later.
CREATE FUNCTION date_byline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."publishedAt" := (SELECT p."publishedAt" FROM "PublicArticle" p WHERE p.id = NEW."articleId");
  RETURN NEW;
END $$;
CREATE TRIGGER "Byline_dated" BEFORE INSERT ON "Byline" FOR EACH ROW EXECUTE FUNCTION date_byline();

CREATE FUNCTION announce_byline() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed "Byline" := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF changed."publishedAt" IS NOT NULL THEN
    PERFORM bump_topics(ARRAY['author:' || a.slug]) FROM "Author" a WHERE a.id = changed."authorId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Byline_announced" AFTER INSERT OR DELETE ON "Byline" FOR EACH ROW EXECUTE FUNCTION announce_byline();

-- What was published before.
UPDATE "Byline" b SET "publishedAt" = p."publishedAt" FROM "PublicArticle" p WHERE p.id = b."articleId";
INSERT INTO "Tag" (slug, name)
SELECT DISTINCT ON (tag_slug(word)) tag_slug(word), word
FROM "PublicArticle" p JOIN "ArticleVersion" v ON v.id = p."currentVersionId", unnest(v.tags) word
WHERE tag_slug(word) <> '' ORDER BY tag_slug(word), p.id;
INSERT INTO "ArticleTag" ("articleId", "tagId", "publishedAt")
SELECT DISTINCT p.id, t.id, p."publishedAt"
FROM "PublicArticle" p JOIN "ArticleVersion" v ON v.id = p."currentVersionId", unnest(v.tags) word
JOIN "Tag" t ON t.slug = tag_slug(word);
