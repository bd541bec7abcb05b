-- The newsroom's library of pictures: what each shows and whose it is, where it is used, and whether anyone may fetch
-- it. A picture is public while a public version of a public article shows it, or while it is the newsroom's own.

-- AlterTable
ALTER TABLE "Picture" ADD COLUMN     "addedById" INTEGER,
ADD COLUMN     "alt" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "fileName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "focalX" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
ADD COLUMN     "focalY" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
ADD COLUMN     "isHouse" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isPublic" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sourceHash" TEXT;

-- CreateTable
CREATE TABLE "PictureUse" (
    "pictureId" INTEGER NOT NULL,
    "versionId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,

    CONSTRAINT "PictureUse_pkey" PRIMARY KEY ("pictureId","versionId")
);

-- CreateIndex
CREATE INDEX "PictureUse_versionId_articleId_idx" ON "PictureUse"("versionId", "articleId");

-- CreateIndex
CREATE INDEX "PictureUse_articleId_idx" ON "PictureUse"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "Picture_sourceHash_key" ON "Picture"("sourceHash");

-- CreateIndex
CREATE INDEX "Picture_addedById_idx" ON "Picture"("addedById");

-- CreateIndex
CREATE INDEX "Picture_search" ON "Picture" USING GIN ("alt" gin_trgm_ops, "credit" gin_trgm_ops, "fileName" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PictureUse" ADD CONSTRAINT "PictureUse_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PictureUse" ADD CONSTRAINT "PictureUse_versionId_articleId_fkey" FOREIGN KEY ("versionId", "articleId") REFERENCES "ArticleVersion"("id", "articleId") ON DELETE RESTRICT ON UPDATE RESTRICT;


ALTER TABLE "Picture" ADD CONSTRAINT "Picture_focal_point" CHECK ("focalX" BETWEEN 0 AND 1 AND "focalY" BETWEEN 0 AND 1);
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_sourceHash_form" CHECK ("sourceHash" ~ '^[0-9a-f]{64}$');

-- Those a version shows: its lead, and those that stand in its body.
CREATE FUNCTION note_picture_uses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "PictureUse" ("pictureId", "versionId", "articleId")
  SELECT p.id, NEW.id, NEW."articleId" FROM "Picture" p
  WHERE p.id = NEW."pictureId"
     OR p.hash IN (SELECT block ->> 'hash' FROM jsonb_array_elements(NEW.body) AS block WHERE block ->> 'type' = 'picture')
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "ArticleVersion_picture_uses" AFTER INSERT ON "ArticleVersion" FOR EACH ROW EXECUTE FUNCTION note_picture_uses();

-- The one rule. Versions of before an article was public, and those that wait, do not count.
CREATE FUNCTION picture_is_shown(picture int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM "PictureUse" u
    JOIN "PublicArticle" pa ON pa.id = u."articleId"
    JOIN "Article" a ON a.id = pa.id
    JOIN "ArticleVersion" v ON v.id = u."versionId"
    JOIN "ArticleVersion" c ON c.id = a."currentVersionId"
    WHERE u."pictureId" = picture AND v.number BETWEEN a."firstPublicNumber" AND c.number
  )
$$;

-- However an article comes to be public or ceases to be. The rows are taken first, in their order, so that of two
-- articles with one picture the second counts what the first has done.
CREATE FUNCTION keep_pictures_public() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Picture" p WHERE p.id IN (SELECT u."pictureId" FROM "PictureUse" u WHERE u."articleId" = NEW.id)
  ORDER BY p.id FOR NO KEY UPDATE;
  UPDATE "Picture" p SET "isPublic" = NOT p."isPublic"
  WHERE p.id IN (SELECT u."pictureId" FROM "PictureUse" u WHERE u."articleId" = NEW.id)
    AND p."isPublic" <> (p."isHouse" OR picture_is_shown(p.id));
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_pictures_public" AFTER UPDATE OF state, "publishedAt", "currentVersionId", "firstPublicNumber" ON "Article" FOR EACH ROW EXECUTE FUNCTION keep_pictures_public();

CREATE FUNCTION keep_house_picture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."isPublic" := NEW."isHouse" OR picture_is_shown(NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER "Picture_house" BEFORE INSERT OR UPDATE OF "isHouse" ON "Picture" FOR EACH ROW EXECUTE FUNCTION keep_house_picture();

-- What is there already.
INSERT INTO "PictureUse" ("pictureId", "versionId", "articleId")
SELECT DISTINCT p.id, v.id, v."articleId" FROM "ArticleVersion" v JOIN "Picture" p ON p.id = v."pictureId";
UPDATE "Picture" SET "isPublic" = true WHERE picture_is_shown(id);
