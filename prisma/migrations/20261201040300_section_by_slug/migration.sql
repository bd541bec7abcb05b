-- Which section an address names. A function and no part of the statement, so that PostgreSQL knows it while it plans: in a
-- section where little is held it would else read all that is held in the others, hoping to find twenty soon.
CREATE FUNCTION section_by_slug(wanted text) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id FROM "Section" WHERE slug = wanted
$$;
