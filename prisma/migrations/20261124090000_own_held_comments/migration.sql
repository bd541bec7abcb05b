-- A reader's own comments that wait, under one article: asked at every view of it by somebody signed in. Their
-- newest ones come from "Comment_authorId_createdAt_id_idx".
CREATE INDEX "Comment_own_held" ON "Comment" ("authorId", "articleId") WHERE state = 'held';
