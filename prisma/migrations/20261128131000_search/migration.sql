-- Accents do not part a word from itself: a dictionary of PostgreSQL's own takes them off.
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateTable
CREATE TABLE "SearchEntry" (
    "articleId" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "title" tsvector NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "SearchEntry_publishedAt_articleId_idx" ON "SearchEntry"("publishedAt" DESC, "articleId" DESC);

-- Without the list of what is still to be sorted in, which every search would have to read.
CREATE INDEX "SearchEntry_title_idx" ON "SearchEntry" USING GIN ("title") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING GIN ("words") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "SearchWord_alike" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- English in its stems, and every other language word by word.
CREATE TEXT SEARCH CONFIGURATION tribune_english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION tribune_english ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION tribune_simple (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION tribune_simple ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

CREATE FUNCTION search_configuration(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN language IS NULL OR language ILIKE 'en%' THEN 'tribune_english'::regconfig ELSE 'tribune_simple'::regconfig END
$$;

-- Scripts that part no words are read in pairs of letters. A text ends in its last letter alone, so that one letter is
-- found wherever it stands; what is searched for does not.
CREATE FUNCTION part_unspaced(folded text, asked boolean) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE parted text := ''; run text[]; size integer;
BEGIN
  IF folded !~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]' THEN RETURN folded; END IF;
  FOR run IN SELECT regexp_matches(folded, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)|([^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)', 'g') LOOP
    IF run[1] IS NULL THEN
      parted := parted || run[2];
    ELSE
      size := length(run[1]) - CASE WHEN asked AND length(run[1]) > 1 THEN 1 ELSE 0 END;
      parted := parted || ' ' || (SELECT string_agg(substr(run[1], at, 2), ' ' ORDER BY at) FROM generate_series(1, size) at) || ' ';
    END IF;
  END LOOP;
  RETURN parted;
END $$;

-- A text as both sides of a search read it: signs part words, Arabic vowel marks and the joining stroke are nothing, and
-- letters and digits that Arabic, Persian and Urdu write in their own ways are one.
CREATE FUNCTION search_text(raw text, asked boolean DEFAULT false) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT part_unspaced(regexp_replace(
    translate(regexp_replace(normalize(lower(raw), NFKC), '[\u0610-\u061a\u064b-\u065f\u0670\u0640]', '', 'g'),
      'أإآٱىيكةۀ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'ااااییکهه01234567890123456789'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u05be\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u2bff\u3000-\u3004\u3008-\u3020\u3030\u30fb\U0001f000-\U0001faff]+', ' ', 'g'), asked)
$$;

-- What readers search of each article anyone may read, and, as words no text can have, what a search may be kept to.
CREATE VIEW "SearchRow" AS
SELECT p.id AS "articleId", p."publishedAt",
       setweight(to_tsvector(c.config, search_text(v.headline)), 'A')
         || setweight(to_tsvector(c.config, search_text(concat_ws(' ', v.standfirst, array_to_string(v.tags, ' ')))), 'B') AS title,
       setweight(to_tsvector(c.config, search_text(concat_ws(' ', by.names, v.dateline))), 'C')
         || setweight(to_tsvector(c.config, search_text(left(b.said, 80000))), 'D') AS body,
       array_to_tsvector(ARRAY['section ' || s.slug, 'month ' || to_char(p."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM')]
         || coalesce(by.slugs, '{}')) AS marks,
       search_text(concat_ws(' ', v.headline, v.standfirst, array_to_string(v.tags, ' '), by.names)) AS spelt
FROM "PublicArticle" p
JOIN "ArticleVersion" v ON v.id = p."currentVersionId"
JOIN "Section" s ON s.id = p."sectionId"
CROSS JOIN LATERAL (SELECT search_configuration(v.language) AS config) c
CROSS JOIN LATERAL (SELECT string_agg(part #>> '{}', ' ') AS said
  FROM jsonb_path_query(v.body, 'strict $.** ? (@.type() == "object").keyvalue() ? (@.key == "text" || @.key == "speaker" || @.key == "caption").value ? (@.type() == "string")') part) b
CROSS JOIN LATERAL (SELECT string_agg(a.name, ' ') AS names, array_agg(DISTINCT 'author ' || a.slug) AS slugs
  FROM "Byline" l JOIN "Author" a ON a.id = l."authorId" WHERE l."articleId" = p.id) by;

CREATE FUNCTION keep_search_entry(article integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchEntry" WHERE "articleId" = article;
  WITH found AS (SELECT * FROM "SearchRow" WHERE "articleId" = article),
  entry AS (
    INSERT INTO "SearchEntry" ("articleId", "publishedAt", title, words)
    SELECT "articleId", "publishedAt", title, title || body || marks FROM found)
  INSERT INTO "SearchWord" (word)
  SELECT DISTINCT word FROM found, unnest(tsvector_to_array(to_tsvector('simple', spelt))) word
  WHERE length(word) BETWEEN 3 AND 40 AND word !~ '[0-9]' ORDER BY word
  ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION search_follows_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_search_entry(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_searched" AFTER INSERT OR UPDATE OF state, "currentVersionId", "publishedAt", "sectionId"
  ON "Article" FOR EACH ROW EXECUTE FUNCTION search_follows_article();

CREATE FUNCTION search_follows_byline() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed "Byline" := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF changed."publishedAt" IS NOT NULL THEN PERFORM keep_search_entry(changed."articleId"); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Byline_searched" AFTER INSERT OR DELETE ON "Byline" FOR EACH ROW EXECUTE FUNCTION search_follows_byline();

-- One word or phrase that somebody typed, as English and as any other language has it. Without any word, or of English
-- words that stand everywhere alone, it is empty. One letter of a script that parts no words begins a pair.
CREATE FUNCTION search_term(typed text, is_last_resort boolean DEFAULT false) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE words text := btrim(search_text(typed, true)); english tsquery; plain tsquery;
BEGIN
  IF words ~ '^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]$' THEN RETURN (words || ':*')::tsquery; END IF;
  english := phraseto_tsquery('tribune_english', words);
  plain := phraseto_tsquery('tribune_simple', words);
  IF numnode(english) = 0 AND NOT is_last_resort THEN RETURN english; END IF;
  RETURN CASE WHEN english::text = plain::text THEN english ELSE english || plain END;
END $$;

CREATE FUNCTION search_refused(unwanted text[]) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE refused tsquery := ''; term text; part tsquery;
BEGIN
  FOREACH term IN ARRAY unwanted LOOP
    part := search_term(term);
    IF numnode(part) > 0 THEN refused := refused && !!part; END IF;
  END LOOP;
  RETURN refused;
END $$;

-- Everything wanted and nothing unwanted; empty when nothing is wanted that has a word.
CREATE FUNCTION search_query(wanted text[], unwanted text[]) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE asked tsquery := ''; term text;
BEGIN
  FOREACH term IN ARRAY wanted LOOP asked := asked && search_term(term); END LOOP;
  IF numnode(asked) = 0 THEN
    FOREACH term IN ARRAY wanted LOOP asked := asked && search_term(term, true); END LOOP;
  END IF;
  IF numnode(asked) = 0 THEN RETURN asked; END IF;
  RETURN asked && search_refused(unwanted);
END $$;

-- What was published in the months from one instant to another.
CREATE FUNCTION search_months("from" timestamptz, until timestamptz) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg('''month ' || to_char(month, 'YYYY-MM') || '''', ' | ')::tsquery
  FROM generate_series(date_trunc('month', "from" AT TIME ZONE 'UTC'), until AT TIME ZONE 'UTC', interval '1 month') month
$$;

-- Spelt alike, by the letters in threes they share.
CREATE FUNCTION words_alike(typed text) RETURNS SETOF text LANGUAGE sql STABLE SET pg_trgm.similarity_threshold = 0.4 AS $$
  SELECT word FROM "SearchWord" WHERE word % typed AND abs(length(word) - length(typed)) < 3
  ORDER BY similarity(word, typed) DESC, abs(length(word) - length(typed)), word LIMIT 4
$$;

-- What was published before.
SELECT keep_search_entry(id) FROM "PublicArticle" ORDER BY "publishedAt", id;
