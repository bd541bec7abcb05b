-- By what the readers of this day are told apart, in all processes. Unlogged: neither the write-ahead log nor a replica nor
-- what is kept of either ever has it, and a crash empties it.
CREATE UNLOGGED TABLE "ReadDay" (
    "day" DATE NOT NULL,
    "salt" TEXT NOT NULL,
    "remembered" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ReadDay_pkey" PRIMARY KEY ("day"),
    CONSTRAINT "ReadDay_remembered" CHECK ("remembered" >= 0)
);

CREATE UNLOGGED TABLE "ReadSight" (
    "day" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "reader" TEXT NOT NULL,

    CONSTRAINT "ReadSight_pkey" PRIMARY KEY ("day","place","reader")
);

ALTER TABLE "ReadSight" ADD CONSTRAINT "ReadSight_day_fkey" FOREIGN KEY ("day") REFERENCES "ReadDay"("day") ON DELETE CASCADE ON UPDATE CASCADE;
