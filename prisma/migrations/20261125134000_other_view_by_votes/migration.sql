-- Comments whose votes changed since their place in the other view was last worked out (jobs/rank-other-view.ts).
-- CreateTable
CREATE TABLE "OtherViewDue" (
    "commentId" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OtherViewDue_pkey" PRIMARY KEY ("commentId")
);

-- CreateIndex
CREATE INDEX "OtherViewDue_since_idx" ON "OtherViewDue"("since");

-- AddForeignKey
ALTER TABLE "OtherViewDue" ADD CONSTRAINT "OtherViewDue_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Vote_readerId_commentId_idx" ON "Vote"("readerId", "commentId" DESC);

-- Votes come and go by commands and with their readers' accounts: whoever changes one, it is noticed here.
CREATE FUNCTION note_changed_votes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "OtherViewDue" ("commentId")
  SELECT DISTINCT v."commentId" FROM changed v WHERE EXISTS (SELECT 1 FROM "Comment" c WHERE c.id = v."commentId")
  ORDER BY 1
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "Vote_given" AFTER INSERT ON "Vote"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_votes();
CREATE TRIGGER "Vote_taken_back" AFTER DELETE ON "Vote"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_votes();

INSERT INTO "OtherViewDue" ("commentId") SELECT "commentId" FROM "Vote" GROUP BY 1 HAVING count(*) > 1;
