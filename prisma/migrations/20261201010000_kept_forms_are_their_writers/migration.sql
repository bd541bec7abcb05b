-- A correction's text may have 200,000 characters, which in some scripts are three bytes each.
ALTER TABLE "PendingComment" DROP CONSTRAINT "PendingComment_size";
ALTER TABLE "PendingComment" ADD CONSTRAINT "PendingComment_size"
  CHECK (octet_length(body) <= CASE WHEN purpose = 'correction' THEN 786432 ELSE 65536 END);

-- What is typed into a form comes back to whoever typed it, however their session ended, and to nobody else.
ALTER TABLE "PendingComment" ADD COLUMN "readerId" INTEGER;
CREATE INDEX "PendingComment_readerId_idx" ON "PendingComment"("readerId");
ALTER TABLE "PendingComment" ADD CONSTRAINT "PendingComment_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE CASCADE ON UPDATE CASCADE;
