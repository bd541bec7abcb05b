-- A version used to count a topic's changes. A database restored from a backup counts the same numbers again, for
-- other changes, and what a site keeps on disk would be taken for current. Now a version says when its change was made:
-- 4,096 steps to the millisecond since 2025, the step drawn by lot. It still only grows, below 2^53 until 2094.
CREATE FUNCTION topic_version_at(moment timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT greatest(floor(extract(epoch FROM moment) * 1000)::bigint - 1735689600000, 1) * 4096
$$;

-- With the database's clock behind, the next version is a step of chance above the last.
CREATE OR REPLACE FUNCTION bump_topics(names text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE news text;
BEGIN
  WITH bumped AS (
    INSERT INTO "Topic" AS t (name, version, xid)
    SELECT name, topic_version_at(clock_timestamp()) + floor(random() * 4096)::bigint, pg_current_xact_id()
    FROM (SELECT DISTINCT unnest(names) AS name ORDER BY 1) AS sorted
    ON CONFLICT (name) DO UPDATE
    SET version = greatest(excluded.version, t.version + 1 + floor(random() * 4096)::bigint), xid = pg_current_xact_id()
    RETURNING t.name, t.version)
  SELECT string_agg(name || ' ' || version, E'\n') INTO news FROM bumped;
  PERFORM pg_notify('tribune_topics', news);
END $$;

-- Every page shows `site`: from here on its version also tells this database from every other.
SELECT bump_topics('{site}');
