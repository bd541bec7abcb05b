-- Articles are written here: a working copy beside what is published, saves that two people's changes are put together
-- from, and what a version needs that a newsroom answers for. Everything is added; what runs already goes on.

-- CreateEnum
CREATE TYPE "VersionKind" AS ENUM ('published', 'update', 'typo', 'clarification', 'correction', 'retraction');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('ltr', 'rtl');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "firstPublicNumber" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "goesLiveAt" TIMESTAMPTZ(3),
ADD COLUMN     "legalFlag" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "legalHoldAt" TIMESTAMPTZ(3),
ADD COLUMN     "legalHoldReason" TEXT,
ADD COLUMN     "notice" TEXT,
ADD COLUMN     "previousId" INTEGER;

-- AlterTable
ALTER TABLE "ArticleVersion" ADD COLUMN     "direction" "Direction",
ADD COLUMN     "kind" "VersionKind" NOT NULL DEFAULT 'published',
ADD COLUMN     "language" TEXT,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "pictureCredit" TEXT,
ADD COLUMN     "related" INTEGER[],
ADD COLUMN     "seoDescription" TEXT,
ADD COLUMN     "seoTitle" TEXT,
ADD COLUMN     "significant" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "sources" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "ArticleDraft" (
    "articleId" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "baseVersion" INTEGER,
    "startedById" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedById" INTEGER NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleDraft_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "DraftRevision" (
    "articleId" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "savedById" INTEGER NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftRevision_pkey" PRIMARY KEY ("articleId","revision")
);

-- CreateTable
CREATE TABLE "DraftAside" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "aside" JSONB,
    "writtenById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "DraftAside_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftPresence" (
    "articleId" INTEGER NOT NULL,
    "readerId" INTEGER NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DraftPresence_pkey" PRIMARY KEY ("articleId","readerId")
);

-- CreateIndex
CREATE INDEX "ArticleDraft_startedById_idx" ON "ArticleDraft"("startedById");

-- CreateIndex
CREATE INDEX "ArticleDraft_savedById_idx" ON "ArticleDraft"("savedById");

-- CreateIndex
CREATE INDEX "DraftRevision_savedById_idx" ON "DraftRevision"("savedById");

-- CreateIndex
CREATE INDEX "DraftRevision_savedAt_idx" ON "DraftRevision"("savedAt");

-- CreateIndex
CREATE INDEX "DraftAside_articleId_id_idx" ON "DraftAside"("articleId", "id");

-- CreateIndex
CREATE INDEX "DraftAside_writtenById_idx" ON "DraftAside"("writtenById");

-- CreateIndex
CREATE INDEX "DraftPresence_readerId_idx" ON "DraftPresence"("readerId");

-- CreateIndex
CREATE INDEX "DraftPresence_seenAt_idx" ON "DraftPresence"("seenAt");

-- CreateIndex
CREATE INDEX "Article_previousId_idx" ON "Article"("previousId");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_previousId_fkey" FOREIGN KEY ("previousId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleDraft" ADD CONSTRAINT "ArticleDraft_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleDraft" ADD CONSTRAINT "ArticleDraft_startedById_fkey" FOREIGN KEY ("startedById") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleDraft" ADD CONSTRAINT "ArticleDraft_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftRevision" ADD CONSTRAINT "DraftRevision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftRevision" ADD CONSTRAINT "DraftRevision_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftAside" ADD CONSTRAINT "DraftAside_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftAside" ADD CONSTRAINT "DraftAside_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftPresence" ADD CONSTRAINT "DraftPresence_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftPresence" ADD CONSTRAINT "DraftPresence_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was a further version before kinds were told apart is an update.
ALTER TABLE "ArticleVersion" DISABLE TRIGGER "ArticleVersion_immutable";
UPDATE "ArticleVersion" SET kind = 'update' WHERE number > 1;
ALTER TABLE "ArticleVersion" ENABLE TRIGGER "ArticleVersion_immutable";
UPDATE "Article" SET "changedAt" = COALESCE("publishedAt", "createdAt");

ALTER TABLE "ArticleVersion"
  ADD CONSTRAINT "ArticleVersion_note_says_what" CHECK (kind NOT IN ('clarification', 'correction', 'retraction') OR btrim(coalesce(note, '')) <> ''),
  ADD CONSTRAINT "ArticleVersion_sources" CHECK (jsonb_typeof(sources) = 'array'),
  ADD CONSTRAINT "ArticleVersion_language" CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$');

ALTER TABLE "Article"
  ADD CONSTRAINT "Article_goes_live" CHECK (state NOT IN ('scheduled', 'embargoed') OR ("goesLiveAt" IS NOT NULL AND "currentVersionId" IS NOT NULL)),
  ADD CONSTRAINT "Article_first_public" CHECK ("firstPublicNumber" > 0),
  ADD CONSTRAINT "Article_hold_says_why" CHECK (("legalHoldAt" IS NULL) = ("legalHoldReason" IS NULL)),
  ADD CONSTRAINT "Article_not_its_own_previous" CHECK ("previousId" <> id);

ALTER TABLE "ArticleDraft"
  ADD CONSTRAINT "ArticleDraft_revision" CHECK (revision > 0),
  ADD CONSTRAINT "ArticleDraft_content" CHECK (jsonb_typeof(content) = 'object');
ALTER TABLE "DraftRevision"
  ADD CONSTRAINT "DraftRevision_revision" CHECK (revision > 0),
  ADD CONSTRAINT "DraftRevision_content" CHECK (jsonb_typeof(content) = 'object');

-- What goes live next, for the job that asks every second.
CREATE INDEX "Article_goes_live" ON "Article" ("goesLiveAt", id) WHERE state IN ('scheduled', 'embargoed');
CREATE INDEX "DraftAside_open" ON "DraftAside" ("articleId", id) WHERE "settledAt" IS NULL;

-- Under a legal hold an article's words stay as they are, whoever writes: the newsroom, an import, a job.
CREATE FUNCTION refuse_version_under_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Article" WHERE id = NEW."articleId" AND "legalHoldAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'article % is under a legal hold', NEW."articleId" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ArticleVersion_no_version_under_hold" BEFORE INSERT ON "ArticleVersion" FOR EACH ROW EXECUTE FUNCTION refuse_version_under_hold();

CREATE FUNCTION keep_state_under_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."legalHoldAt" IS NOT NULL AND OLD."legalHoldAt" IS NOT NULL
     AND (NEW."currentVersionId" IS DISTINCT FROM OLD."currentVersionId" OR (NEW.state = 'published' AND OLD.state <> 'published')) THEN
    RAISE EXCEPTION 'article % is under a legal hold', NEW.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Article_keeps_under_hold" BEFORE UPDATE OF state, "currentVersionId" ON "Article" FOR EACH ROW EXECUTE FUNCTION keep_state_under_hold();

-- A version that anyone may read: of a public article, and not one that was replaced before it went live.
CREATE VIEW "PublicVersion" AS
SELECT v.id, v."articleId", v.number, v.number - a."firstPublicNumber" + 1 AS "publicNumber", v.kind, v.significant, v.note, v."createdAt"
FROM "ArticleVersion" v
JOIN "Article" a ON a.id = v."articleId"
JOIN "PublicArticle" p ON p.id = a.id
WHERE v.number >= a."firstPublicNumber";
