-- What is typed of a correction is the whole text of an article; what else is kept stays as short as it was.
ALTER TABLE "PendingComment" DROP CONSTRAINT "PendingComment_size";
ALTER TABLE "PendingComment" ADD CONSTRAINT "PendingComment_size"
  CHECK (octet_length(body) <= CASE WHEN purpose = 'correction' THEN 262144 ELSE 65536 END);
