-- AlterTable
ALTER TABLE "item_entry" ADD COLUMN     "import_id" INTEGER;

-- AlterTable
ALTER TABLE "item_snooze" ADD COLUMN     "at" TIMESTAMPTZ(3),
ADD COLUMN     "was" TEXT;

-- CreateTable
CREATE TABLE "item_import" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "item_import_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "item_reminder" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "step" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "item_reminder_pkey" PRIMARY KEY ("council_id","number","since","step")
);

-- CreateTable
CREATE TABLE "told_digest" (
    "council_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "subjects" TEXT[],

    CONSTRAINT "told_digest_pkey" PRIMARY KEY ("council_id","person_id","day")
);

-- AddForeignKey
ALTER TABLE "item_import" ADD CONSTRAINT "item_import_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_reminder" ADD CONSTRAINT "item_reminder_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "item"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told_digest" ADD CONSTRAINT "told_digest_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "item_reminder" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "item_reminder" ADD CONSTRAINT "item_reminder_step" CHECK ("step" IN ('first', 'second', 'lead', 'secretariat'));
