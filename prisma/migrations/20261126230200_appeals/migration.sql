-- An author asks that somebody else look at a refusal: once for each decision. What was asked stays as it was written;
-- what came of it follows from the decisions about the comment, whoever makes them.
CREATE TABLE "Appeal" (
    "id" SERIAL NOT NULL,
    "decisionId" INTEGER,
    "commentId" INTEGER,
    "readerId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" TEXT,
    "settledById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Appeal_text" CHECK (btrim(text) <> '' AND length(text) <= 2000),
    -- Sanctions will be appealed, too: then this takes the one or the other.
    CONSTRAINT "Appeal_about" CHECK ("decisionId" IS NOT NULL AND "commentId" IS NOT NULL),
    CONSTRAINT "Appeal_outcome" CHECK (outcome IN ('upheld', 'overturned', 'overtaken')),
    CONSTRAINT "Appeal_settled" CHECK ((outcome IS NULL) = ("settledById" IS NULL)),
    CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Appeal_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Appeal_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Appeal_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");
CREATE INDEX "Appeal_commentId_idx" ON "Appeal"("commentId");
CREATE INDEX "Appeal_readerId_idx" ON "Appeal"("readerId");
CREATE INDEX "Appeal_settledById_idx" ON "Appeal"("settledById");
CREATE INDEX "Appeal_createdAt_idx" ON "Appeal"("createdAt");
-- The queue, and its count on every page of the desk.
CREATE INDEX "Appeal_open" ON "Appeal" (id) WHERE outcome IS NULL;

CREATE TRIGGER "Appeal_stays" BEFORE UPDATE OF id, "decisionId", "commentId", "readerId", text, "createdAt" OR DELETE
  ON "Appeal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Appeal_no_truncate" BEFORE TRUNCATE ON "Appeal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A judgement settles an appeal, and so does anything else that is decided about the comment: nobody is asked to judge
-- what stands no more. Whoever takes that decision back opens the appeal again.
CREATE FUNCTION settle_appeals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Appeal" SET "settledById" = NEW.id, outcome = CASE NEW.rule
    WHEN 'appeal-upheld' THEN 'upheld' WHEN 'appeal-overturned' THEN 'overturned' ELSE 'overtaken' END
  WHERE "commentId" = NEW."commentId" AND outcome IS NULL;
  IF NEW."undoesId" IS NOT NULL THEN
    UPDATE "Appeal" SET "settledById" = NULL, outcome = NULL WHERE "settledById" = NEW."undoesId";
  END IF;
  RETURN NULL;
END $$;
-- Nobody has appealed against the first decision about a comment before it is there.
CREATE TRIGGER "Decision_settles_appeals" AFTER INSERT ON "Decision" FOR EACH ROW WHEN (NEW.number > 1) EXECUTE FUNCTION settle_appeals();
