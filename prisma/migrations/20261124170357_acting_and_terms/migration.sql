-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "acting" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "joining_step" ALTER COLUMN "person_id" DROP NOT NULL,
ALTER COLUMN "seat_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "joining_term" ADD COLUMN     "undoes" INTEGER;

-- What the schema cannot say.
ALTER TABLE "joining_term" DROP CONSTRAINT "joining_term_kind";
ALTER TABLE "joining_term" ADD CONSTRAINT "joining_term_kind" CHECK (
  ("undoes" IS NOT NULL AND "undoes" < "id" AND "kind" IN ('price', 'past') AND "on" IS NULL AND "thousands" IS NULL)
  OR ("undoes" IS NULL AND "kind" = 'price' AND "on" IS NOT NULL AND "thousands" IS NOT NULL AND "thousands" >= 0)
  OR ("undoes" IS NULL AND "kind" = 'past' AND "thousands" IS NULL));
CREATE UNIQUE INDEX "joining_term_undoes" ON "joining_term" ("council_id", "undoes") WHERE "undoes" IS NOT NULL;
