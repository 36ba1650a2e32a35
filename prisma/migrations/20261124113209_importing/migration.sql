-- AlterTable
ALTER TABLE "import" ADD COLUMN     "gone" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "person_id" INTEGER,
ADD COLUMN     "undone_at" TIMESTAMPTZ(3),
ADD COLUMN     "undone_by" INTEGER,
ALTER COLUMN "id" DROP DEFAULT;
DROP SEQUENCE "import_id_seq";

-- AlterTable
ALTER TABLE "requirement" ADD COLUMN     "gone_in" INTEGER,
ADD COLUMN     "specified_at" TIMESTAMPTZ(3);

-- What stands was specified by the import that wrote it last.
UPDATE "requirement" r SET "specified_at" = i."at" FROM "import" i WHERE i."council_id" = r."council_id" AND i."id" = r."import_id";
ALTER TABLE "requirement" ALTER COLUMN "specified_at" SET NOT NULL;

-- The numbers of imports go on from the last one of each council.
INSERT INTO "counter" ("council_id", "name", "value") SELECT "council_id", 'import', max("id") FROM "import" GROUP BY "council_id";

-- CreateTable
CREATE TABLE "import_change" (
    "council_id" TEXT NOT NULL,
    "import_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("council_id","import_id","number")
);

-- CreateIndex
CREATE INDEX "import_change_council_id_number_idx" ON "import_change"("council_id", "number");

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_council_id_import_id_fkey" FOREIGN KEY ("council_id", "import_id") REFERENCES "import"("council_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_council_id_gone_in_fkey" FOREIGN KEY ("council_id", "gone_in") REFERENCES "import"("council_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "import_change" FOR EACH ROW EXECUTE FUNCTION refuse_change();
