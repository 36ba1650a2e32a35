-- AlterTable
ALTER TABLE "presence" ADD COLUMN     "deputy" TEXT;

-- Only a deputy is noted by name.
ALTER TABLE "presence" ADD CONSTRAINT "presence_deputy" CHECK ("deputy" <> '' AND "presence" = 'deputy' OR "deputy" IS NULL);
