-- What is public in a conversation, roots and answers alike, newest first: how a search in it reads on.
CREATE INDEX "Comment_public_newest" ON "Comment" ("articleId", "createdAt" DESC, id DESC) WHERE "publicRevisionId" IS NOT NULL;

-- The words of a normalised text. PostgreSQL takes apart addresses, paths and numbers in ways of its own and, under some
-- locales, takes everything beyond ASCII for letters; here signs, dashes, quotation marks and pictures part words, by
-- their numbers, under any locale. lib/comments/search-words.ts does the same to what is searched for.
CREATE FUNCTION words_of(normalised text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('simple'::regconfig, regexp_replace(normalised,
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u05be\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u2bff\u3000-\u3004\u3008-\u3020\u3030\u30fb\U0001f000-\U0001faff]+',
    ' ', 'g'))
$$;

CREATE OR REPLACE FUNCTION keep_comment_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "CommentWords" WHERE "commentId" = NEW.id;
  INSERT INTO "CommentWords" ("commentId", "articleId", words)
  SELECT c.id, c."articleId", words_of(r.normalised)
  FROM "Comment" c JOIN "Revision" r ON r.id = c."publicRevisionId" WHERE c.id = NEW.id;
  RETURN NULL;
END $$;

UPDATE "CommentWords" w SET words = words_of(r.normalised)
FROM "Comment" c JOIN "Revision" r ON r.id = c."publicRevisionId" WHERE c.id = w."commentId";
