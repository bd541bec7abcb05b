-- As post_comment, but that all who write from one address share an allowance besides their own: a row of accounts does not
-- write faster than people in one house do. It is taken first, as nothing else ever asks for it while it has a reader's
-- row, and given back by what was not written. A process from before names no address, and has none.
CREATE FUNCTION post_comment_from(given jsonb, OUT outcome text, OUT id integer, OUT state text, OUT "retryAt" timestamptz, OUT news text) LANGUAGE plpgsql AS $$
DECLARE
  address jsonb := given->'addressPace';
  name text := 'post-from ' || (address->>'from');
  every double precision := (address->>'everySeconds')::double precision;
BEGIN
  IF address <> 'null' THEN
    "retryAt" := take_allowance(name, (address->>'burst')::integer, every, (given->>'now')::timestamptz);
    IF "retryAt" IS NOT NULL THEN
      outcome := 'too-soon';
      RETURN;
    END IF;
  END IF;
  SELECT posted.outcome, posted.id, posted.state, posted."retryAt", posted.news INTO outcome, id, state, "retryAt", news FROM post_comment(given) posted;
  IF address <> 'null' AND outcome <> 'posted' THEN
    UPDATE "Pace" SET "emptyAt" = "emptyAt" - every * interval '1 second' WHERE key = name;
  END IF;
END $$;
