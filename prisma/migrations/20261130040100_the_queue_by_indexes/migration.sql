-- A page of the queue asks which rules hold something, since when the first waits, what is risky in its order, and what
-- new authors wrote. Each read the whole table, the last one all readers.
CREATE INDEX "DeskItem_rule_idx" ON "DeskItem"("rule");
CREATE INDEX "DeskItem_queue_since_idx" ON "DeskItem"("queue", "since");
CREATE INDEX "DeskItem_risky" ON "DeskItem"("rank" DESC, "commentId") INCLUDE ("since") WHERE "risk" >= 0.5;
CREATE INDEX "Reader_createdAt_idx" ON "Reader"("createdAt");
