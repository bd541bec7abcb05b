-- A search looks as far back as its rarest word makes it: how many stories have a word PostgreSQL knows from its
-- samples, of four thousand words instead of a thousand.
ALTER TABLE "SearchEntry" ALTER COLUMN title SET STATISTICS 400, ALTER COLUMN words SET STATISTICS 400;

-- In how many stories a query is, as the planner thinks: in headline, standfirst and tags, or in everything. EXPLAIN plans
-- and reads no row. Of words that are in few the planner only knows that they are.
CREATE FUNCTION search_rows(asked tsquery, in_title boolean) RETURNS double precision LANGUAGE plpgsql STRICT AS $$
DECLARE plan json;
BEGIN
  IF in_title THEN EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM "SearchEntry" WHERE title @@ $1' INTO plan USING asked;
  ELSE EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM "SearchEntry" WHERE words @@ $1' INTO plan USING asked; END IF;
  RETURN (plan #>> '{0,Plan,Plan Rows}')::double precision;
END $$;

ANALYZE "SearchEntry";
