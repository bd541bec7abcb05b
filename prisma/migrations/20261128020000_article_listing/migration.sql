-- CreateTable
CREATE TABLE "ArticleListing" (
    "articleId" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "state" "ArticleState" NOT NULL,
    "sectionId" INTEGER NOT NULL,
    "authorIds" INTEGER[],
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "keys" TEXT[],

    CONSTRAINT "ArticleListing_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE INDEX "ArticleListing_changedAt_articleId_idx" ON "ArticleListing"("changedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "ArticleListing_state_changedAt_articleId_idx" ON "ArticleListing"("state", "changedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "ArticleListing_sectionId_changedAt_articleId_idx" ON "ArticleListing"("sectionId", "changedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "ArticleListing_sectionId_state_changedAt_articleId_idx" ON "ArticleListing"("sectionId", "state", "changedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "ArticleListing_keys_idx" ON "ArticleListing" USING GIN ("keys");

-- AddForeignKey
ALTER TABLE "ArticleListing" ADD CONSTRAINT "ArticleListing_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "ArticleListing_same_headline" ON "ArticleListing" (md5(lower(headline)), "changedAt" DESC);

-- The quarter of a year, counted: a search goes from one to the one before, and reads no more of them than it shows.
CREATE FUNCTION listing_era(at timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT (extract(year FROM at AT TIME ZONE 'UTC') * 4 + extract(quarter FROM at AT TIME ZONE 'UTC'))::integer
$$;

-- What something is found by in one quarter.
CREATE FUNCTION listing_keys(era integer, words text, authors integer[], state "ArticleState", section integer) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(era || ':' || key) FROM (
    SELECT 'w' || unnest(tsvector_to_array(to_tsvector('simple'::regconfig, coalesce(words, '')))) AS key
    UNION ALL SELECT 'a' || unnest(authors)
    UNION ALL SELECT 's' || state WHERE state IS NOT NULL
    UNION ALL SELECT 'c' || section WHERE section IS NOT NULL) AS each
$$;

-- An article's row: as its draft says, or else its current version.
CREATE FUNCTION list_article(id integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "ArticleListing" AS l ("articleId", headline, state, "sectionId", "authorIds", "changedAt", keys)
  SELECT a.id, said.headline, a.state, said.section, said.authors, a."changedAt",
         listing_keys(listing_era(a."changedAt"), said.headline, said.authors, a.state, said.section)
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
  WHERE (l.headline, l.state, l."sectionId", l."authorIds", l."changedAt")
    IS DISTINCT FROM (EXCLUDED.headline, EXCLUDED.state, EXCLUDED."sectionId", EXCLUDED."authorIds", EXCLUDED."changedAt")
$$;

CREATE FUNCTION keep_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Article' THEN PERFORM list_article(NEW.id);
  ELSIF TG_OP = 'DELETE' THEN PERFORM list_article(OLD."articleId");
  ELSE PERFORM list_article(NEW."articleId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_listing" AFTER INSERT OR UPDATE OF state, "sectionId", "currentVersionId", "changedAt" ON "Article" FOR EACH ROW EXECUTE FUNCTION keep_listing();
CREATE TRIGGER "ArticleDraft_listing" AFTER INSERT OR UPDATE OF content OR DELETE ON "ArticleDraft" FOR EACH ROW EXECUTE FUNCTION keep_listing();
CREATE TRIGGER "Byline_listing" AFTER INSERT OR DELETE ON "Byline" FOR EACH ROW EXECUTE FUNCTION keep_listing();

INSERT INTO "ArticleListing" ("articleId", headline, state, "sectionId", "authorIds", "changedAt", keys)
SELECT a.id, coalesce(v.headline, ''), a.state, a."sectionId", by.authors, a."changedAt",
       listing_keys(listing_era(a."changedAt"), v.headline, by.authors, a.state, a."sectionId")
FROM "Article" a
LEFT JOIN "ArticleVersion" v ON v.id = a."currentVersionId"
CROSS JOIN LATERAL (SELECT coalesce(array_agg(b."authorId" ORDER BY b.position), '{}') AS authors FROM "Byline" b WHERE b."articleId" = a.id) by;
