-- A reader's own comments and what waits for the desk, both in the order of their ids.
CREATE INDEX "Comment_authorId_id_idx" ON "Comment"("authorId", id DESC);
CREATE INDEX "Comment_held_by_id" ON "Comment" (id) WHERE state = 'held';
