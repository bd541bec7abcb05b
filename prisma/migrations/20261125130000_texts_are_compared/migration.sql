-- What near-duplicates share, so that the same text under many names is found by an index. Rows go after two days.
CREATE TABLE "TextPrint" (
    "piece" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "commentId" INTEGER NOT NULL,
    "hash" BIGINT NOT NULL,

    CONSTRAINT "TextPrint_pkey" PRIMARY KEY ("piece","createdAt","commentId")
);

-- CreateIndex
CREATE INDEX "TextPrint_createdAt_idx" ON "TextPrint" USING BRIN ("createdAt");
