-- Those that are not public any more too: pinning another one lets them go.
CREATE INDEX "Comment_pinned" ON "Comment" ("articleId") WHERE "pinnedAt" IS NOT NULL;
