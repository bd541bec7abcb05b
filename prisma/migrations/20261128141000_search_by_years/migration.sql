-- A long time is searched by its years: with a list of stories for each of thirty months the index takes longer than
-- with none.
CREATE OR REPLACE VIEW "SearchRow" AS
SELECT p.id AS "articleId", p."publishedAt",
       setweight(to_tsvector(c.config, search_text(v.headline)), 'A')
         || setweight(to_tsvector(c.config, search_text(concat_ws(' ', v.standfirst, array_to_string(v.tags, ' ')))), 'B') AS title,
       setweight(to_tsvector(c.config, search_text(concat_ws(' ', by.names, v.dateline))), 'C')
         || setweight(to_tsvector(c.config, search_text(left(b.said, 80000))), 'D') AS body,
       array_to_tsvector(ARRAY['section ' || p."sectionId", 'month ' || to_char(p."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM'),
           'year ' || to_char(p."publishedAt" AT TIME ZONE 'UTC', 'YYYY')]
         || coalesce(by.slugs, '{}')) AS marks,
       search_text(concat_ws(' ', v.headline, v.standfirst, array_to_string(v.tags, ' '), by.names)) AS spelt
FROM "PublicArticle" p
JOIN "ArticleVersion" v ON v.id = p."currentVersionId"
CROSS JOIN LATERAL (SELECT search_configuration(v.language) AS config) c
CROSS JOIN LATERAL (SELECT string_agg(part #>> '{}', ' ') AS said
  FROM jsonb_path_query(v.body, 'strict $.** ? (@.type() == "object").keyvalue() ? (@.key == "text" || @.key == "speaker" || @.key == "caption").value ? (@.type() == "string")') part) b
CROSS JOIN LATERAL (SELECT string_agg(a.name, ' ') AS names, array_agg(DISTINCT 'author ' || a.id) AS slugs
  FROM "Byline" l JOIN "Author" a ON a.id = l."authorId" WHERE l."articleId" = p.id) by;

-- What was published from one instant to another, and what lies beside it: whole months, or whole years of a long time.
CREATE OR REPLACE FUNCTION search_months("from" timestamptz, until timestamptz) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg('''' || unit || ' ' || to_char(part, form) || '''', ' | ')::tsquery
  FROM (SELECT CASE WHEN until - "from" < interval '200 days' THEN 'month' ELSE 'year' END AS unit) span
  CROSS JOIN LATERAL (SELECT CASE unit WHEN 'month' THEN 'YYYY-MM' ELSE 'YYYY' END AS form) shape
  CROSS JOIN LATERAL generate_series(date_trunc(unit, "from" AT TIME ZONE 'UTC'), until AT TIME ZONE 'UTC', ('1 ' || unit)::interval) part
$$;

SELECT keep_search_entry(id) FROM "PublicArticle" ORDER BY "publishedAt", id;
