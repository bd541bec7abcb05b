-- What the newsroom's people did beside deciding about one comment at a time: a log that nobody can rewrite.
-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "actionId" INTEGER;

-- CreateTable
CREATE TABLE "StaffAction" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" INTEGER NOT NULL,
    "readerId" INTEGER,
    "commentId" INTEGER,
    "articleId" INTEGER,
    "reason" TEXT,
    "note" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "undoesId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffAction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffAction_undoesId_key" ON "StaffAction"("undoesId");

-- CreateIndex
CREATE INDEX "StaffAction_createdAt_id_idx" ON "StaffAction"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "StaffAction_actorId_createdAt_idx" ON "StaffAction"("actorId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "StaffAction_readerId_id_idx" ON "StaffAction"("readerId", "id" DESC);

-- CreateIndex
CREATE INDEX "StaffAction_commentId_id_idx" ON "StaffAction"("commentId", "id" DESC);

-- CreateIndex
CREATE INDEX "StaffAction_articleId_idx" ON "StaffAction"("articleId");

-- Few decisions are made together with others, and those are asked for by what they belong to.
CREATE INDEX "Decision_actionId" ON "Decision" ("actionId") WHERE "actionId" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "StaffAction" ADD CONSTRAINT "StaffAction_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffAction" ADD CONSTRAINT "StaffAction_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffAction" ADD CONSTRAINT "StaffAction_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffAction" ADD CONSTRAINT "StaffAction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffAction" ADD CONSTRAINT "StaffAction_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "StaffAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "StaffAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "StaffAction_append_only" BEFORE UPDATE OR DELETE ON "StaffAction" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "StaffAction_no_truncate" BEFORE TRUNCATE ON "StaffAction" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
