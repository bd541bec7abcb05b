-- What the front says is read most was asked for while it was made, and so stood still until something else on it changed. It
-- is a row, kept by a job: the front is made again when it changes, and only then.
CREATE TABLE "MostRead" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "articleIds" INTEGER[],

    CONSTRAINT "MostRead_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "MostRead_one" CHECK ("id" = 1)
);
INSERT INTO "MostRead" ("articleIds") VALUES ('{}');
