-- What the desk sees beside a comment is its author's record; until now it was what had become of the author's own reports.
ALTER TABLE "Reader" ADD COLUMN "upheldAgainst" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Reader" ADD CONSTRAINT "Reader_upheld_against" CHECK ("upheldAgainst" >= 0);
UPDATE "Reader" r SET "upheldAgainst" = s.count
FROM (SELECT c."authorId", count(*)::int AS count FROM "Report" p JOIN "Comment" c ON c.id = p."commentId" WHERE p.upheld GROUP BY 1) s
WHERE r.id = s."authorId";

-- However a report is settled, opened again or gone with its reporter: one place counts it. Whoever settles has taken the
-- author's row before (docs/decisions/0007).
CREATE FUNCTION count_upheld_against() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Reader" r SET "upheldAgainst" = r."upheldAgainst" + s.step
  FROM (
    SELECT c."authorId", sum(moved.step)::int AS step
    FROM (
      SELECT "commentId", -1 AS step FROM before WHERE upheld
      UNION ALL SELECT "commentId", 1 FROM after WHERE upheld) moved
    JOIN "Comment" c ON c.id = moved."commentId" GROUP BY 1 HAVING sum(moved.step) <> 0) s
  WHERE r.id = s."authorId";
  RETURN NULL;
END $$;
CREATE FUNCTION count_no_more_upheld_against() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Reader" r SET "upheldAgainst" = r."upheldAgainst" - s.count
  FROM (SELECT c."authorId", count(*)::int AS count FROM before b JOIN "Comment" c ON c.id = b."commentId" WHERE b.upheld GROUP BY 1) s
  WHERE r.id = s."authorId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Report_upheld_against" AFTER UPDATE ON "Report"
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION count_upheld_against();
CREATE TRIGGER "Report_gone" AFTER DELETE ON "Report"
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION count_no_more_upheld_against();
