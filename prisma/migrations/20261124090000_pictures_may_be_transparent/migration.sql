-- A picture that is transparent in places needs another fallback than JPEG.
ALTER TABLE "Picture" ADD COLUMN "hasAlpha" BOOLEAN NOT NULL DEFAULT false;
