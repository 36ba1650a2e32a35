-- AlterTable
ALTER TABLE "sheet_profile" DROP CONSTRAINT "sheet_profile_pkey",
ADD COLUMN     "forgotten_at" TIMESTAMPTZ(3),
ADD COLUMN     "forgotten_by" INTEGER,
ADD COLUMN     "id" INTEGER,
ADD COLUMN     "import_id" INTEGER,
ADD COLUMN     "sheet" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "vendor" TEXT;

-- Those of before get numbers in the order in which they were said; of which sheet is not known.
UPDATE "sheet_profile" p SET "id" = n."id" FROM (
  SELECT "council_id", "shape", row_number() OVER (PARTITION BY "council_id" ORDER BY "at", "shape") AS "id"
  FROM "sheet_profile"
) n WHERE n."council_id" = p."council_id" AND n."shape" = p."shape";
INSERT INTO "counter" ("council_id", "name", "value")
SELECT "council_id", 'sheetProfile', max("id") FROM "sheet_profile" GROUP BY "council_id";

ALTER TABLE "sheet_profile" ALTER COLUMN "sheet" DROP DEFAULT,
ALTER COLUMN "id" SET NOT NULL,
ADD CONSTRAINT "sheet_profile_pkey" PRIMARY KEY ("council_id", "id");

-- CreateIndex
CREATE INDEX "sheet_profile_council_id_shape_idx" ON "sheet_profile"("council_id", "shape");
