-- What a public article is to say later waits beside it, and every version is noted when readers first have it: what was
-- replaced while nobody could read it is in no history.
-- CreateTable
CREATE TABLE "PublishedVersion" (
    "versionId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublishedVersion_pkey" PRIMARY KEY ("versionId")
);

-- CreateTable
CREATE TABLE "ScheduledUpdate" (
    "articleId" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "goesLiveAt" TIMESTAMPTZ(3) NOT NULL,
    "isEmbargo" BOOLEAN NOT NULL DEFAULT false,
    "kind" "VersionKind",
    "note" TEXT,
    "significant" BOOLEAN,
    "reason" TEXT NOT NULL,
    "problem" TEXT,
    "scheduledById" INTEGER NOT NULL,
    "scheduledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ScheduledUpdate_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE UNIQUE INDEX "PublishedVersion_versionId_articleId_key" ON "PublishedVersion"("versionId", "articleId");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedVersion_articleId_number_key" ON "PublishedVersion"("articleId", "number");

-- CreateIndex
CREATE INDEX "ScheduledUpdate_scheduledById_idx" ON "ScheduledUpdate"("scheduledById");

-- AddForeignKey
ALTER TABLE "PublishedVersion" ADD CONSTRAINT "PublishedVersion_versionId_articleId_fkey" FOREIGN KEY ("versionId", "articleId") REFERENCES "ArticleVersion"("id", "articleId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ScheduledUpdate" ADD CONSTRAINT "ScheduledUpdate_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduledUpdate" ADD CONSTRAINT "ScheduledUpdate_scheduledById_fkey" FOREIGN KEY ("scheduledById") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PublishedVersion" ADD CONSTRAINT "PublishedVersion_number" CHECK (number > 0);
ALTER TABLE "ScheduledUpdate"
  ADD CONSTRAINT "ScheduledUpdate_revision" CHECK (revision > 0),
  ADD CONSTRAINT "ScheduledUpdate_content" CHECK (jsonb_typeof(content) = 'object'),
  ADD CONSTRAINT "ScheduledUpdate_note_says_what" CHECK (kind NOT IN ('clarification', 'correction', 'retraction') OR btrim(coalesce(note, '')) <> '');

-- What goes live next, for the job that asks every second; what could not waits for a person.
CREATE INDEX "ScheduledUpdate_goes_live" ON "ScheduledUpdate" ("goesLiveAt", "articleId") WHERE problem IS NULL;

-- A version is published when its article is public and it is the current one: whoever writes, and in whichever order. The
-- article's row is locked by then, so that of two at once the second counts what the first has noted. The first version is as
-- old as the article is to readers; a later one is public since it was made, or since the article is again.
CREATE FUNCTION note_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "PublishedVersion" ("versionId", "articleId", number, "publishedAt")
  SELECT v.id, NEW.id, last.number + 1,
         CASE last.number WHEN 0 THEN COALESCE(NEW."publishedAt", v."createdAt") ELSE GREATEST(v."createdAt", NEW."changedAt") END
  FROM "ArticleVersion" v
  CROSS JOIN (SELECT COALESCE(max(p.number), 0) AS number FROM "PublishedVersion" p WHERE p."articleId" = NEW.id) last
  WHERE v.id = NEW."currentVersionId"
  ON CONFLICT ("versionId") DO NOTHING;
  RETURN NULL;
END $$;
-- Before the pictures' trigger by name: a picture is public by what this one notes.
CREATE TRIGGER "Article_notes_published_insert" AFTER INSERT ON "Article" FOR EACH ROW
  WHEN (NEW.state = 'published' AND NEW."currentVersionId" IS NOT NULL) EXECUTE FUNCTION note_published_version();
CREATE TRIGGER "Article_notes_published" AFTER UPDATE OF state, "currentVersionId" ON "Article" FOR EACH ROW
  WHEN (NEW.state = 'published' AND NEW."currentVersionId" IS NOT NULL) EXECUTE FUNCTION note_published_version();

-- What is there already: what readers were shown as versions until now. Of what waits the current one was never public.
INSERT INTO "PublishedVersion" ("versionId", "articleId", number, "publishedAt")
SELECT v.id, a.id, v.number - a."firstPublicNumber" + 1,
       CASE v.number WHEN a."firstPublicNumber" THEN a."publishedAt" ELSE v."createdAt" END
FROM "Article" a JOIN "ArticleVersion" v ON v."articleId" = a.id AND v.number >= a."firstPublicNumber"
WHERE a."publishedAt" IS NOT NULL AND NOT (a.state IN ('scheduled', 'embargoed') AND v.id = a."currentVersionId");

CREATE TRIGGER "PublishedVersion_immutable" BEFORE UPDATE OR DELETE ON "PublishedVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PublishedVersion_no_truncate" BEFORE TRUNCATE ON "PublishedVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A version that anyone may read: of a public article, and public itself at some time.
CREATE OR REPLACE VIEW "PublicVersion" AS
SELECT v.id, v."articleId", v.number, p.number AS "publicNumber", v.kind, v.significant, v.note, v."createdAt", p."publishedAt"
FROM "ArticleVersion" v
JOIN "PublishedVersion" p ON p."versionId" = v.id
JOIN "PublicArticle" a ON a.id = v."articleId";

CREATE OR REPLACE FUNCTION picture_is_shown(picture int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM "PictureUse" u
    JOIN "PublicArticle" a ON a.id = u."articleId"
    JOIN "PublishedVersion" p ON p."versionId" = u."versionId"
    WHERE u."pictureId" = picture
  )
$$;

ALTER TABLE "StaffAction" DROP CONSTRAINT "StaffAction_by_somebody",
ADD CONSTRAINT "StaffAction_by_somebody" CHECK ("actorId" IS NOT NULL OR kind IN ('closed-by-age', 'opened-by-age', 'slowed-by-rule', 'quickened-by-rule', 'article-live-by-rule', 'front-pins-ended-by-rule', 'update-live-by-rule', 'update-stopped-by-rule'));
