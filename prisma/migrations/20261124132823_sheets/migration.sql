-- AlterTable
ALTER TABLE "question_answer" ADD COLUMN     "sheet_id" INTEGER,
ALTER COLUMN "person_id" DROP NOT NULL,
ALTER COLUMN "seat_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "office_approval" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "circulation" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "on" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "source" TEXT,

    CONSTRAINT "office_approval_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "answer_sheet" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" INTEGER,

    CONSTRAINT "answer_sheet_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "sheet_profile" (
    "council_id" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "marks" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER,

    CONSTRAINT "sheet_profile_pkey" PRIMARY KEY ("council_id","shape")
);

-- CreateIndex
CREATE INDEX "office_approval_council_id_circulation_idx" ON "office_approval"("council_id", "circulation");

-- AddForeignKey
ALTER TABLE "office_approval" ADD CONSTRAINT "office_approval_council_id_circulation_fkey" FOREIGN KEY ("council_id", "circulation") REFERENCES "circulation"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_answer" ADD CONSTRAINT "question_answer_council_id_sheet_id_fkey" FOREIGN KEY ("council_id", "sheet_id") REFERENCES "answer_sheet"("council_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer_sheet" ADD CONSTRAINT "answer_sheet_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_profile" ADD CONSTRAINT "sheet_profile_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.

ALTER TABLE "office_approval" ADD CONSTRAINT "office_approval_state" CHECK ("state" IN ('drafted', 'approved', 'undo'));
ALTER TABLE "office_approval" ADD CONSTRAINT "office_approval_on" CHECK (("state" = 'approved') = ("on" IS NOT NULL));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "office_approval" FOR EACH ROW EXECUTE FUNCTION refuse_change();
