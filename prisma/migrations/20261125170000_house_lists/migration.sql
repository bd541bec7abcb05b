-- What the newsroom wants to read first. Each row is a whole: somebody proposes one, looks at what it would have held,
-- and takes it into force; the one that was taken last counts. What was in force stays, and is never changed.
CREATE TABLE "HouseList" (
    "id" SERIAL NOT NULL,
    "words" TEXT[] NOT NULL,
    "deniedHosts" TEXT[] NOT NULL,
    "actorId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "adoptedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HouseList_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "HouseList_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HouseList_size" CHECK (cardinality("words") <= 5000 AND cardinality("deniedHosts") <= 5000)
);

-- The one in force, asked for with every comment.
CREATE INDEX "HouseList_adopted" ON "HouseList" ("adoptedAt" DESC, id DESC) WHERE "adoptedAt" IS NOT NULL;
-- Each person has one proposal at a time.
CREATE UNIQUE INDEX "HouseList_proposal" ON "HouseList" ("actorId") WHERE "adoptedAt" IS NULL;
CREATE TRIGGER "HouseList_in_force" BEFORE UPDATE OR DELETE ON "HouseList" FOR EACH ROW WHEN (OLD."adoptedAt" IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "HouseList_no_truncate" BEFORE TRUNCATE ON "HouseList" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
