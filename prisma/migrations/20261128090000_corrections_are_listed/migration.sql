-- /corrections reads them newest first; most versions are none.
CREATE INDEX "ArticleVersion_corrections" ON "ArticleVersion" ("createdAt" DESC, id DESC)
  WHERE kind IN ('clarification', 'correction', 'retraction');
