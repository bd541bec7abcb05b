-- Somebody under a sanction asks that another person look at it: once for each. What was asked stays as it was written.
CREATE TABLE "SanctionAppeal" (
    "id" SERIAL NOT NULL,
    "sanctionId" INTEGER NOT NULL,
    "readerId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" TEXT,
    "settledById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SanctionAppeal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SanctionAppeal_text" CHECK (btrim(text) <> '' AND length(text) <= 2000),
    CONSTRAINT "SanctionAppeal_outcome" CHECK (outcome IN ('upheld', 'overturned', 'overtaken')),
    -- A judgement is somebody's, with an answer; a sanction that was lifted without one left nothing to judge.
    CONSTRAINT "SanctionAppeal_settled" CHECK (coalesce(outcome IN ('upheld', 'overturned'), false) = ("settledById" IS NOT NULL)),
    CONSTRAINT "SanctionAppeal_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "Sanction"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SanctionAppeal_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SanctionAppeal_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "StaffAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "SanctionAppeal_sanctionId_key" ON "SanctionAppeal"("sanctionId");
CREATE UNIQUE INDEX "SanctionAppeal_settledById_key" ON "SanctionAppeal"("settledById");
CREATE INDEX "SanctionAppeal_readerId_idx" ON "SanctionAppeal"("readerId");
-- The queue, and its count on every page of the desk.
CREATE INDEX "SanctionAppeal_open" ON "SanctionAppeal" (id) WHERE outcome IS NULL;

CREATE TRIGGER "SanctionAppeal_stays" BEFORE UPDATE OF id, "sanctionId", "readerId", text, "createdAt"
  ON "SanctionAppeal" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Whoever lifts a sanction leaves nothing to judge. A judge settles the appeal before they lift it.
CREATE FUNCTION settle_sanction_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SanctionAppeal" SET outcome = 'overtaken' WHERE "sanctionId" = NEW.id AND outcome IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "Sanction_settles_appeal" AFTER UPDATE OF "liftedAt" ON "Sanction" FOR EACH ROW
  WHEN (OLD."liftedAt" IS NULL AND NEW."liftedAt" IS NOT NULL) EXECUTE FUNCTION settle_sanction_appeal();
