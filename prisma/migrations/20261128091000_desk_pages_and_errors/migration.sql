-- CreateEnum
CREATE TYPE "ErrorReportState" AS ENUM ('open', 'corrected', 'dismissed');

-- AlterTable
ALTER TABLE "Author" ADD COLUMN     "pictureId" INTEGER;

-- CreateTable
CREATE TABLE "FormerSectionSlug" (
    "slug" TEXT NOT NULL,
    "sectionId" INTEGER NOT NULL,

    CONSTRAINT "FormerSectionSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "FormerAuthorSlug" (
    "slug" TEXT NOT NULL,
    "authorId" INTEGER NOT NULL,

    CONSTRAINT "FormerAuthorSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "StandingText" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "actorId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StandingText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectionDraft" (
    "articleId" INTEGER NOT NULL,
    "readerId" INTEGER NOT NULL,
    "kind" "VersionKind" NOT NULL,
    "note" TEXT,
    "errorIds" INTEGER[],
    "baseNumber" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "standfirst" TEXT,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CorrectionDraft_pkey" PRIMARY KEY ("articleId","readerId")
);

-- CreateTable
CREATE TABLE "ErrorReport" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "versionId" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL,
    "readerId" INTEGER,
    "state" "ErrorReportState" NOT NULL DEFAULT 'open',
    "settledById" INTEGER,
    "settledAt" TIMESTAMPTZ(3),
    "fixedInId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ErrorReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FormerSectionSlug_sectionId_idx" ON "FormerSectionSlug"("sectionId");

-- CreateIndex
CREATE INDEX "FormerAuthorSlug_authorId_idx" ON "FormerAuthorSlug"("authorId");

-- CreateIndex
CREATE INDEX "StandingText_actorId_idx" ON "StandingText"("actorId");

-- CreateIndex
CREATE UNIQUE INDEX "StandingText_slug_number_key" ON "StandingText"("slug", "number");

-- CreateIndex
CREATE INDEX "CorrectionDraft_readerId_idx" ON "CorrectionDraft"("readerId");

-- CreateIndex
CREATE INDEX "ErrorReport_articleId_id_idx" ON "ErrorReport"("articleId", "id" DESC);

-- CreateIndex
CREATE INDEX "ErrorReport_versionId_idx" ON "ErrorReport"("versionId");

-- CreateIndex
CREATE INDEX "ErrorReport_fixedInId_idx" ON "ErrorReport"("fixedInId");

-- CreateIndex
CREATE INDEX "ErrorReport_readerId_idx" ON "ErrorReport"("readerId");

-- CreateIndex
CREATE INDEX "ErrorReport_settledById_idx" ON "ErrorReport"("settledById");

-- AddForeignKey
ALTER TABLE "FormerSectionSlug" ADD CONSTRAINT "FormerSectionSlug_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Author" ADD CONSTRAINT "Author_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerAuthorSlug" ADD CONSTRAINT "FormerAuthorSlug_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Author"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingText" ADD CONSTRAINT "StandingText_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionDraft" ADD CONSTRAINT "CorrectionDraft_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionDraft" ADD CONSTRAINT "CorrectionDraft_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_versionId_articleId_fkey" FOREIGN KEY ("versionId", "articleId") REFERENCES "ArticleVersion"("id", "articleId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_fixedInId_articleId_fkey" FOREIGN KEY ("fixedInId", "articleId") REFERENCES "ArticleVersion"("id", "articleId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is told to readers at lasting addresses says something, and what it said stays written.
ALTER TABLE "StandingText"
  ADD CONSTRAINT "StandingText_slug" CHECK (slug IN ('about', 'rules', 'terms', 'privacy', 'contact')),
  ADD CONSTRAINT "StandingText_number" CHECK (number > 0),
  ADD CONSTRAINT "StandingText_title" CHECK (btrim(title) <> '' AND length(title) <= 200),
  ADD CONSTRAINT "StandingText_body" CHECK (jsonb_typeof(body) = 'array');
CREATE TRIGGER "StandingText_append_only" BEFORE UPDATE OR DELETE ON "StandingText" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "StandingText_no_truncate" BEFORE TRUNCATE ON "StandingText" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Addresses are lower-case words with hyphens, as documents/match.ts reads them. Rows from before are left as they are.
ALTER TABLE "Section"
  ADD CONSTRAINT "Section_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 100) NOT VALID,
  ADD CONSTRAINT "Section_says_name" CHECK (btrim(name) <> '' AND length(name) <= 100 AND length(description) <= 500) NOT VALID;
ALTER TABLE "Author"
  ADD CONSTRAINT "Author_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 100) NOT VALID,
  ADD CONSTRAINT "Author_says_name" CHECK (btrim(name) <> '' AND length(name) <= 100 AND length(bio) <= 5000) NOT VALID;

ALTER TABLE "CorrectionDraft"
  ADD CONSTRAINT "CorrectionDraft_kind" CHECK (kind IN ('typo', 'clarification', 'correction', 'retraction')),
  ADD CONSTRAINT "CorrectionDraft_note" CHECK (kind = 'typo' OR btrim(coalesce(note, '')) <> '');

ALTER TABLE "ErrorReport"
  ADD CONSTRAINT "ErrorReport_quote" CHECK (btrim(quote) <> '' AND length(quote) <= 500 AND length(prefix) <= 100 AND length(suffix) <= 100),
  ADD CONSTRAINT "ErrorReport_words" CHECK (btrim(words) <> '' AND length(words) <= 1000),
  ADD CONSTRAINT "ErrorReport_settled" CHECK ((state = 'open') = ("settledAt" IS NULL) AND (state = 'corrected') = ("fixedInId" IS NOT NULL));
-- The desk's list: what is open, the oldest first; and how many an article has.
CREATE INDEX "ErrorReport_open" ON "ErrorReport" (id) WHERE state = 'open';
CREATE INDEX "ErrorReport_open_of_article" ON "ErrorReport" ("articleId", id) WHERE state = 'open';
