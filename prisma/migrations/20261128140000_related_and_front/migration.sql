-- CreateTable
CREATE TABLE "RelatedArticle" (
    "articleId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "relatedId" INTEGER NOT NULL,

    CONSTRAINT "RelatedArticle_pkey" PRIMARY KEY ("articleId","position")
);

-- CreateTable
CREATE TABLE "FrontArrangement" (
    "id" SERIAL NOT NULL,
    "places" JSONB NOT NULL,
    "actorId" INTEGER,
    "undoesId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FrontArrangement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RelatedArticle_relatedId_articleId_idx" ON "RelatedArticle"("relatedId", "articleId" DESC);

-- CreateIndex
CREATE INDEX "FrontArrangement_actorId_idx" ON "FrontArrangement"("actorId");

-- AddForeignKey
ALTER TABLE "RelatedArticle" ADD CONSTRAINT "RelatedArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelatedArticle" ADD CONSTRAINT "RelatedArticle_relatedId_fkey" FOREIGN KEY ("relatedId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrontArrangement" ADD CONSTRAINT "FrontArrangement_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


CREATE TRIGGER "FrontArrangement_append_only" BEFORE UPDATE OR DELETE ON "FrontArrangement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "FrontArrangement_no_truncate" BEFORE TRUNCATE ON "FrontArrangement" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "FrontArrangement" ADD CONSTRAINT "FrontArrangement_places" CHECK (jsonb_typeof(places) = 'object');
ALTER TABLE "RelatedArticle" ADD CONSTRAINT "RelatedArticle_another" CHECK ("articleId" <> "relatedId");

-- What is read after an article. The editors' picks stand first; then those of the newest stories of its tags, and of
-- the newest at all, that share most with it: a tag counts as much as three words of the headline and standfirst.
CREATE FUNCTION keep_related(article integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "RelatedArticle" WHERE "articleId" = article;
  INSERT INTO "RelatedArticle" ("articleId", position, "relatedId")
  WITH own AS MATERIALIZED (
    SELECT e.title, v.related AS picks,
           (SELECT string_agg('''' || word || '''', ' | ')::tsquery FROM unnest(tsvector_to_array(e.title)) word) AS words
    FROM "SearchEntry" e JOIN "PublicArticle" p ON p.id = e."articleId" JOIN "ArticleVersion" v ON v.id = p."currentVersionId"
    WHERE e."articleId" = article),
  picked AS (
    SELECT a.id, min(pick.place) AS place FROM own, unnest(own.picks) WITH ORDINALITY pick(id, place)
    JOIN "Article" a ON a.id = pick.id WHERE a.id <> article GROUP BY a.id),
  tagged AS (
    SELECT other."articleId" AS id, count(*) AS shared
    FROM "ArticleTag" mine
    CROSS JOIN LATERAL (SELECT x."articleId" FROM "ArticleTag" x WHERE x."tagId" = mine."tagId"
      ORDER BY x."publishedAt" DESC, x."articleId" DESC LIMIT 60) other
    WHERE mine."articleId" = article GROUP BY 1),
  alike AS (
    SELECT newest."articleId" AS id
    FROM own CROSS JOIN LATERAL (SELECT e."articleId", e.title FROM "SearchEntry" e ORDER BY e."publishedAt" DESC, e."articleId" DESC LIMIT 1000) newest
    WHERE newest.title @@ own.words
    ORDER BY ts_rank('{0, 0, 0.5, 1}', newest.title, own.words) DESC, newest."articleId" DESC LIMIT 40),
  scored AS (
    SELECT e."articleId" AS id, e."publishedAt",
           3 * coalesce(t.shared, 0) + (SELECT count(*) FROM unnest(tsvector_to_array(e.title)) word WHERE word = ANY (tsvector_to_array(own.title))) AS score
    FROM own CROSS JOIN (SELECT id FROM tagged UNION SELECT id FROM alike) candidate
    JOIN "SearchEntry" e ON e."articleId" = candidate.id LEFT JOIN tagged t ON t.id = candidate.id
    WHERE candidate.id <> article AND NOT EXISTS (SELECT 1 FROM picked p WHERE p.id = candidate.id)),
  found AS (SELECT * FROM scored WHERE score >= 3 ORDER BY score DESC, "publishedAt" DESC, id DESC LIMIT 6)
  SELECT article, row_number() OVER (ORDER BY of_ours.rank, of_ours.place)::int, of_ours.id FROM (
    SELECT 1 AS rank, place, id FROM picked
    UNION ALL SELECT 2, row_number() OVER (ORDER BY score DESC, "publishedAt" DESC, id DESC), id FROM found) of_ours;
END $$;

-- Named so that it comes after the search entry is there. The pages that lead to an article are old when its headline is.
CREATE FUNCTION relations_follow_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'published' AND (TG_OP = 'INSERT' OR OLD.state = NEW.state) THEN RETURN NULL; END IF;
  PERFORM keep_related(NEW.id);
  PERFORM bump_topics(array_agg('article:' || "articleId"))
  FROM (SELECT "articleId" FROM "RelatedArticle" WHERE "relatedId" = NEW.id ORDER BY "articleId" DESC LIMIT 500) pointing
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_searched_and_related" AFTER INSERT OR UPDATE OF state, "currentVersionId", "publishedAt", slug
  ON "Article" FOR EACH ROW EXECUTE FUNCTION relations_follow_article();

-- What was published before, as far as it is likely to be read.
SELECT keep_related(id) FROM (SELECT id FROM "PublicArticle" ORDER BY "publishedAt" DESC LIMIT 1000) newest;

-- Sections and authors are known by their numbers: their addresses may change.
CREATE OR REPLACE VIEW "SearchRow" AS
SELECT p.id AS "articleId", p."publishedAt",
       setweight(to_tsvector(c.config, search_text(v.headline)), 'A')
         || setweight(to_tsvector(c.config, search_text(concat_ws(' ', v.standfirst, array_to_string(v.tags, ' ')))), 'B') AS title,
       setweight(to_tsvector(c.config, search_text(concat_ws(' ', by.names, v.dateline))), 'C')
         || setweight(to_tsvector(c.config, search_text(left(b.said, 80000))), 'D') AS body,
       array_to_tsvector(ARRAY['section ' || p."sectionId", 'month ' || to_char(p."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM')]
         || coalesce(by.slugs, '{}')) AS marks,
       search_text(concat_ws(' ', v.headline, v.standfirst, array_to_string(v.tags, ' '), by.names)) AS spelt
FROM "PublicArticle" p
JOIN "ArticleVersion" v ON v.id = p."currentVersionId"
CROSS JOIN LATERAL (SELECT search_configuration(v.language) AS config) c
CROSS JOIN LATERAL (SELECT string_agg(part #>> '{}', ' ') AS said
  FROM jsonb_path_query(v.body, 'strict $.** ? (@.type() == "object").keyvalue() ? (@.key == "text" || @.key == "speaker" || @.key == "caption").value ? (@.type() == "string")') part) b
CROSS JOIN LATERAL (SELECT string_agg(a.name, ' ') AS names, array_agg(DISTINCT 'author ' || a.id) AS slugs
  FROM "Byline" l JOIN "Author" a ON a.id = l."authorId" WHERE l."articleId" = p.id) by;
SELECT keep_search_entry(id) FROM "PublicArticle" ORDER BY "publishedAt", id;

-- A rule ends what was pinned until a time.
ALTER TABLE "StaffAction" DROP CONSTRAINT "StaffAction_by_somebody",
ADD CONSTRAINT "StaffAction_by_somebody" CHECK ("actorId" IS NOT NULL OR kind IN ('closed-by-age', 'opened-by-age', 'slowed-by-rule', 'quickened-by-rule', 'article-live-by-rule', 'front-pins-ended-by-rule'));
