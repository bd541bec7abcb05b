-- The log of what the newsroom did, newest first, among ten million decisions most of which rules made. What was decided
-- together is one entry, that of its action; what authors did to their own comments is not the newsroom's doing.
CREATE INDEX "Decision_log" ON "Decision" ("createdAt" DESC, id DESC)
  WHERE "actorId" IS NOT NULL AND "actionId" IS NULL AND rule <> 'deleted-by-author';
CREATE INDEX "Decision_log_person" ON "Decision" ("actorId", "createdAt" DESC, id DESC)
  WHERE "actorId" IS NOT NULL AND "actionId" IS NULL AND rule <> 'deleted-by-author';
-- A rare kind of a busy person.
CREATE INDEX "Decision_log_person_kind" ON "Decision" ("actorId", rule, "createdAt" DESC, id DESC)
  WHERE "actorId" IS NOT NULL AND "actionId" IS NULL AND rule <> 'deleted-by-author';
CREATE INDEX "Decision_log_kind" ON "Decision" (rule, "createdAt" DESC, id DESC) WHERE "actionId" IS NULL;
CREATE INDEX "Decision_log_rules" ON "Decision" ("createdAt" DESC, id DESC) WHERE "actorId" IS NULL;
CREATE INDEX "StaffAction_log_kind" ON "StaffAction" (kind, "createdAt" DESC, id DESC);
CREATE INDEX "StaffAction_log_person_kind" ON "StaffAction" ("actorId", kind, "createdAt" DESC, id DESC);

-- The newsroom's people are few among its readers.
CREATE INDEX "Reader_newsroom" ON "Reader" (name, id) WHERE role <> 'reader';
