-- Which decision settled a report, so that undoing the one opens the other again.
-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "decisionId" INTEGER;

-- CreateIndex
CREATE INDEX "Report_decisionId_idx" ON "Report"("decisionId");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Report" ADD CONSTRAINT "Report_settled" CHECK ((upheld IS NULL) = ("decisionId" IS NULL));
CREATE INDEX "Report_open" ON "Report" ("commentId") WHERE upheld IS NULL;
