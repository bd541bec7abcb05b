-- What is in force has at most 5,000 lines; a proposal may have more, for its writer to shorten.
ALTER TABLE "HouseList" DROP CONSTRAINT "HouseList_size", DROP CONSTRAINT "HouseList_allowed";
ALTER TABLE "HouseList"
  ADD CONSTRAINT "HouseList_size" CHECK ("adoptedAt" IS NULL OR greatest(cardinality("words"), cardinality("deniedHosts"), cardinality("allowedHosts")) <= 5000),
  ADD CONSTRAINT "HouseList_proposed_size" CHECK (greatest(cardinality("words"), cardinality("deniedHosts"), cardinality("allowedHosts")) <= 50000);
