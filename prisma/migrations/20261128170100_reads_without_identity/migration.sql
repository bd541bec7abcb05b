-- How often what was read on which day; not by whom, which is known for that day only, and only to the process that
-- counts (server/reads.ts).
CREATE TABLE "ArticleReads" (
    "articleId" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ArticleReads_pkey" PRIMARY KEY ("articleId","day"),
    CONSTRAINT "ArticleReads_count" CHECK ("count" > 0)
);

CREATE INDEX "ArticleReads_day_count_articleId_idx" ON "ArticleReads"("day", "count" DESC, "articleId");

ALTER TABLE "ArticleReads" ADD CONSTRAINT "ArticleReads_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
