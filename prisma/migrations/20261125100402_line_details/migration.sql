-- The rest of domain 5.2: on which day of the week and at what hour, and who helps beside the one responsible institution.
-- A co-provider is only named: it reads nothing through this, the responsible institution answers and delivers.

ALTER TABLE "basket_line"
  ADD COLUMN "weekday" INTEGER,
  ADD COLUMN "at_time" TEXT,
  ADD COLUMN "co_provider_ids" UUID[] DEFAULT ARRAY[]::UUID[];
ALTER TABLE "basket_line" ADD CONSTRAINT "basket_line_weekday" CHECK ("weekday" BETWEEN 1 AND 7);
ALTER TABLE "basket_line" ADD CONSTRAINT "basket_line_at_time" CHECK ("at_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
