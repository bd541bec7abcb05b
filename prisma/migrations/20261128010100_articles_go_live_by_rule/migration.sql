-- What was scheduled or under embargo goes live by itself: nobody's action, like the other rules'.
ALTER TABLE "StaffAction" DROP CONSTRAINT "StaffAction_by_somebody",
ADD CONSTRAINT "StaffAction_by_somebody" CHECK ("actorId" IS NOT NULL OR kind IN ('closed-by-age', 'opened-by-age', 'slowed-by-rule', 'quickened-by-rule', 'article-live-by-rule'));
