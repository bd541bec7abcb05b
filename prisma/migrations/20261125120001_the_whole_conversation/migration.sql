-- Everything a conversation holds beyond comments and votes. Only additions: the process of before goes on beside it.

-- One index over article and words (the search inside a conversation). Trusted: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- CreateEnum
CREATE TYPE "Profile" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "ConversationMode" AS ENUM ('comments', 'questions');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "mode" "ConversationMode" NOT NULL DEFAULT 'comments';

-- AlterTable
ALTER TABLE "Author" ADD COLUMN     "readerId" INTEGER;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "anonymousAt" TIMESTAMPTZ(3),
ADD COLUMN     "byNewcomer" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "byStaff" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "otherRank" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "otherRankedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "pickedAt" TIMESTAMPTZ(3),
ADD COLUMN     "pinnedAt" TIMESTAMPTZ(3),
ADD COLUMN     "rankedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "reportWeight" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "seenCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "PendingComment" ADD COLUMN     "anchor" JSONB;

-- AlterTable
ALTER TABLE "Reader" ADD COLUMN     "expertise" TEXT,
ADD COLUMN     "nameKey" TEXT,
ADD COLUMN     "profile" "Profile" NOT NULL DEFAULT 'open',
ADD COLUMN     "reportsDismissed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reportsUpheld" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "upheld" BOOLEAN,
ADD COLUMN     "weight" DOUBLE PRECISION NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Mute" (
    "readerId" INTEGER NOT NULL,
    "mutedId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mute_pkey" PRIMARY KEY ("readerId","mutedId")
);

-- CreateTable
CREATE TABLE "Guest" (
    "articleId" INTEGER NOT NULL,
    "readerId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "Guest_pkey" PRIMARY KEY ("articleId","readerId")
);

-- CreateTable
CREATE TABLE "PastRank" (
    "id" BIGSERIAL NOT NULL,
    "commentId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "sort" TEXT NOT NULL,
    "rank" DOUBLE PRECISION NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PastRank_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Anchor" (
    "commentId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "versionId" INTEGER NOT NULL,
    "paragraph" INTEGER,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,

    CONSTRAINT "Anchor_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "Mention" (
    "commentId" INTEGER NOT NULL,
    "readerId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("commentId","readerId")
);

-- CreateTable
CREATE TABLE "Saved" (
    "readerId" INTEGER NOT NULL,
    "commentId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Saved_pkey" PRIMARY KEY ("readerId","commentId")
);

-- CreateTable
CREATE TABLE "Visit" (
    "readerId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("readerId","articleId")
);

-- CreateTable
CREATE TABLE "CommentWords" (
    "commentId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "CommentWords_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "TalkEvent" (
    "id" BIGSERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "commentId" INTEGER NOT NULL,
    "parentId" INTEGER,
    "rootId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TalkEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Mute_mutedId_idx" ON "Mute"("mutedId");

-- CreateIndex
CREATE INDEX "Guest_readerId_idx" ON "Guest"("readerId");

-- CreateIndex
CREATE INDEX "PastRank_articleId_sort_rank_commentId_idx" ON "PastRank"("articleId", "sort", "rank" DESC, "commentId" DESC);

-- CreateIndex
CREATE INDEX "PastRank_commentId_idx" ON "PastRank"("commentId");

-- CreateIndex
CREATE INDEX "PastRank_until_idx" ON "PastRank"("until");

-- CreateIndex
CREATE INDEX "Anchor_articleId_paragraph_idx" ON "Anchor"("articleId", "paragraph");

-- CreateIndex
CREATE INDEX "Anchor_versionId_articleId_idx" ON "Anchor"("versionId", "articleId");

-- CreateIndex
CREATE INDEX "Mention_readerId_idx" ON "Mention"("readerId");

-- CreateIndex
CREATE INDEX "Saved_readerId_createdAt_commentId_idx" ON "Saved"("readerId", "createdAt" DESC, "commentId" DESC);

-- CreateIndex
CREATE INDEX "Saved_commentId_idx" ON "Saved"("commentId");

-- CreateIndex
CREATE INDEX "Visit_articleId_idx" ON "Visit"("articleId");

-- CreateIndex
CREATE INDEX "CommentWords_articleId_words_idx" ON "CommentWords" USING GIN ("articleId" int4_ops, "words" tsvector_ops);

-- CreateIndex
CREATE INDEX "TalkEvent_articleId_id_idx" ON "TalkEvent"("articleId", "id");

-- CreateIndex
CREATE INDEX "TalkEvent_createdAt_idx" ON "TalkEvent"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Author_readerId_key" ON "Author"("readerId");

-- CreateIndex
CREATE UNIQUE INDEX "Reader_nameKey_key" ON "Reader"("nameKey");

-- AddForeignKey
ALTER TABLE "Mute" ADD CONSTRAINT "Mute_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mute" ADD CONSTRAINT "Mute_mutedId_fkey" FOREIGN KEY ("mutedId") REFERENCES "Reader"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Author" ADD CONSTRAINT "Author_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guest" ADD CONSTRAINT "Guest_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guest" ADD CONSTRAINT "Guest_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PastRank" ADD CONSTRAINT "PastRank_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_versionId_articleId_fkey" FOREIGN KEY ("versionId", "articleId") REFERENCES "ArticleVersion"("id", "articleId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Saved" ADD CONSTRAINT "Saved_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Saved" ADD CONSTRAINT "Saved_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentWords" ADD CONSTRAINT "CommentWords_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand.
ALTER TABLE "Comment"
  ADD CONSTRAINT "Comment_exposure" CHECK ("seenCount" >= 0 AND "reportWeight" >= 0),
  ADD CONSTRAINT "Comment_pinned_is_root" CHECK ("pinnedAt" IS NULL OR "parentId" IS NULL);
ALTER TABLE "Reader" ADD CONSTRAINT "Reader_report_record" CHECK ("reportsUpheld" >= 0 AND "reportsDismissed" >= 0);
ALTER TABLE "Report" ADD CONSTRAINT "Report_weight" CHECK (weight >= 0 AND weight <= 5);
ALTER TABLE "Mute" ADD CONSTRAINT "Mute_somebody_else" CHECK ("readerId" <> "mutedId");
ALTER TABLE "PastRank" ADD CONSTRAINT "PastRank_sort" CHECK (sort IN ('best', 'other')), ADD CONSTRAINT "PastRank_interval" CHECK (since <= until);
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_size" CHECK (btrim(quote) <> '' AND length(quote) <= 500 AND length(prefix) <= 100 AND length(suffix) <= 100 AND paragraph >= 0);
ALTER TABLE "TalkEvent" ADD CONSTRAINT "TalkEvent_kind" CHECK (kind IN ('posted', 'edited', 'removed', 'counted'));

-- The one rule of visibility, with what is new of a comment. One without its author's name stays, as nobody's.
CREATE OR REPLACE VIEW "PublicComment" AS
SELECT c.id, c."articleId", c."parentId", c."rootId", c.depth, c."createdAt", c.rank, c."publicDescendantCount", c."recommendCount",
       c."publicRevisionId" IS NULL AS gone,
       CASE WHEN c."publicRevisionId" IS NOT NULL AND c."anonymousAt" IS NULL THEN c."authorId" END AS "authorId",
       r.rendered, r.number AS "revisionNumber", r."createdAt" AS "writtenAt",
       c."publicRevisionId" IS NOT NULL AND c."anonymousAt" IS NOT NULL AS anonymous,
       c."byStaff" AND c."publicRevisionId" IS NOT NULL AND c."anonymousAt" IS NULL AS "byStaff",
       c."byNewcomer" AND c."publicRevisionId" IS NOT NULL AND c."anonymousAt" IS NULL AS "byNewcomer",
       CASE WHEN c."publicRevisionId" IS NOT NULL THEN c."pickedAt" END AS "pickedAt",
       CASE WHEN c."publicRevisionId" IS NOT NULL THEN c."pinnedAt" END AS "pinnedAt",
       c."seenCount", c."rankedAt", c."otherRank", c."otherRankedAt"
FROM "Comment" c
JOIN "Article" a ON a.id = c."articleId" AND a.state = 'published'
LEFT JOIN "Revision" r ON r.id = c."publicRevisionId"
WHERE c."publicRevisionId" IS NOT NULL OR c."publicDescendantCount" > 0;

-- An index for each order that roots are read in.
CREATE INDEX "Comment_roots_best" ON "Comment" ("articleId", rank DESC, id DESC)
  WHERE "parentId" IS NULL AND ("publicRevisionId" IS NOT NULL OR "publicDescendantCount" > 0);
CREATE INDEX "Comment_roots_other" ON "Comment" ("articleId", "otherRank" DESC, id DESC)
  WHERE "parentId" IS NULL AND ("publicRevisionId" IS NOT NULL OR "publicDescendantCount" > 0);
CREATE INDEX "Comment_roots_discussed" ON "Comment" ("articleId", "publicDescendantCount" DESC, id DESC)
  WHERE "parentId" IS NULL AND ("publicRevisionId" IS NOT NULL OR "publicDescendantCount" > 0);
CREATE INDEX "Comment_roots_seen" ON "Comment" ("articleId", "seenCount", id DESC)
  WHERE "parentId" IS NULL AND "publicRevisionId" IS NOT NULL;
CREATE INDEX "Comment_roots_pinned" ON "Comment" ("articleId", "pinnedAt", id)
  WHERE "pinnedAt" IS NOT NULL AND "publicRevisionId" IS NOT NULL;
-- What the newsroom wrote or picked: first in its branch, and shown with the article wherever it stands.
CREATE INDEX "Comment_marked_branch" ON "Comment" ("rootId", "createdAt", id)
  WHERE "rootId" IS NOT NULL AND ("byStaff" OR "pickedAt" IS NOT NULL) AND "publicRevisionId" IS NOT NULL;
CREATE INDEX "Comment_marked" ON "Comment" ("articleId", "createdAt" DESC, id DESC)
  WHERE ("byStaff" OR "pickedAt" IS NOT NULL) AND "publicRevisionId" IS NOT NULL;
CREATE INDEX "Comment_profile" ON "Comment" ("authorId", id DESC)
  WHERE "publicRevisionId" IS NOT NULL AND "anonymousAt" IS NULL;

-- A comment's words can be searched while they are public. At commit, when the revision is there.
CREATE FUNCTION keep_comment_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "CommentWords" WHERE "commentId" = NEW.id;
  INSERT INTO "CommentWords" ("commentId", "articleId", words)
  SELECT c.id, c."articleId", to_tsvector('simple', r.normalised)
  FROM "Comment" c JOIN "Revision" r ON r.id = c."publicRevisionId" WHERE c.id = NEW.id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Comment_words_of_new" AFTER INSERT ON "Comment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."publicRevisionId" IS NOT NULL) EXECUTE FUNCTION keep_comment_words();
CREATE CONSTRAINT TRIGGER "Comment_words" AFTER UPDATE OF "publicRevisionId" ON "Comment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."publicRevisionId" IS DISTINCT FROM NEW."publicRevisionId") EXECUTE FUNCTION keep_comment_words();

-- What was public before this.
INSERT INTO "CommentWords" ("commentId", "articleId", words)
SELECT c.id, c."articleId", to_tsvector('simple', r.normalised)
FROM "Comment" c JOIN "Revision" r ON r.id = c."publicRevisionId";
UPDATE "Comment" c SET "byStaff" = true FROM "Reader" r WHERE r.id = c."authorId" AND r.role <> 'reader';

-- Bumps the topics of a change in a conversation and writes the event, which takes its number while the topic's row is
-- locked: within one article events are committed in the order of their numbers.
CREATE FUNCTION tell_talk(names text[], what text, comment integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM bump_topics(names);
  INSERT INTO "TalkEvent" ("articleId", kind, "commentId", "parentId", "rootId", "createdAt")
  SELECT "articleId", what, id, "parentId", "rootId", clock_timestamp() FROM "Comment" WHERE id = comment;
END $$;
