-- The rules of the site, which decisions name by their codes: a library that editors change, where it was a list in the
-- program. The codes of decisions and reports from before are those of the rules that the house brings.
CREATE TABLE "HouseRule" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HouseRule_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "HouseRule_code" CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 60),
    -- What stands for none of the others is always there to be named.
    CONSTRAINT "HouseRule_last_resort" CHECK (code <> 'other' OR "retiredAt" IS NULL)
);

CREATE TABLE "RuleWording" (
    "id" SERIAL NOT NULL,
    "ruleId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "actorId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RuleWording_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RuleWording_number" CHECK (number > 0),
    CONSTRAINT "RuleWording_says_something" CHECK (btrim(title) <> '' AND btrim(reason) <> ''),
    CONSTRAINT "RuleWording_size" CHECK (length(title) <= 200 AND length(reason) <= 200 AND length(text) <= 2000),
    CONSTRAINT "RuleWording_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "HouseRule"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RuleWording_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "HouseRule_code_key" ON "HouseRule"("code");
CREATE UNIQUE INDEX "RuleWording_ruleId_number_key" ON "RuleWording"("ruleId", "number");
CREATE INDEX "RuleWording_actorId_idx" ON "RuleWording"("actorId");

-- A rule is retired, never removed, and keeps the code that decisions know it by.
CREATE TRIGGER "HouseRule_code_stays" BEFORE UPDATE OF id, code OR DELETE ON "HouseRule" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "HouseRule_no_truncate" BEFORE TRUNCATE ON "HouseRule" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RuleWording_append_only" BEFORE UPDATE OR DELETE ON "RuleWording" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RuleWording_no_truncate" BEFORE TRUNCATE ON "RuleWording" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- In force since ever: receipts from before this migration say what they said.
WITH brought(position, code, title, reason, text) AS (VALUES
  (1, 'insult', 'Argue about what was said, not about who said it.', 'It attacks a person instead of arguing.', ''),
  (2, 'off-topic', 'Stay with the article.', 'It is not about this article.', ''),
  (3, 'spam', 'No advertising.', 'It advertises something.', ''),
  (4, 'unlawful', 'Nothing unlawful.', 'It may break the law.', ''),
  (5, 'private-details', 'Nobody’s private details.', 'It gives private details of somebody.', ''),
  (6, 'other', 'Keep the conversation worth reading.', 'It breaks the house rules.',
   'What spoils it in a way that none of these rules foresaw is refused, too. The moderator then says how.')),
rule AS (
  INSERT INTO "HouseRule" (code, position, "createdAt") SELECT code, position, to_timestamp(0) FROM brought ORDER BY position
  RETURNING id, code)
INSERT INTO "RuleWording" ("ruleId", number, title, reason, text, "createdAt")
SELECT rule.id, 1, title, reason, text, to_timestamp(0) FROM rule JOIN brought USING (code) ORDER BY position;

-- What a kept text was written for, so that an appeal is not taken for a change of the comment it is about.
ALTER TABLE "PendingComment" ADD COLUMN "purpose" TEXT NOT NULL DEFAULT 'comment';
