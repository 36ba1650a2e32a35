-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "circulation" INTEGER,
ADD COLUMN     "cost" INTEGER,
ADD COLUMN     "count" JSONB,
ADD COLUMN     "scope" TEXT[],
ADD COLUMN     "until" TEXT;

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "ordinal" INTEGER;

-- AlterTable
ALTER TABLE "requirement" ADD COLUMN     "standing" INTEGER;

-- CreateTable
CREATE TABLE "decision_confirmation" (
    "council_id" TEXT NOT NULL,
    "decision_id" INTEGER NOT NULL,
    "meeting" INTEGER,
    "circulation" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "decision_confirmation_pkey" PRIMARY KEY ("council_id","decision_id")
);

-- CreateTable
CREATE TABLE "decision_reopening" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "decision_reopening_pkey" PRIMARY KEY ("council_id","number","sequence")
);

-- CreateTable
CREATE TABLE "approval" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "body_slug" TEXT NOT NULL,
    "meeting" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "on_behalf" BOOLEAN NOT NULL,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "approval_line" (
    "council_id" TEXT NOT NULL,
    "approval_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "decision_id" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT,
    "cost" INTEGER,

    CONSTRAINT "approval_line_pkey" PRIMARY KEY ("council_id","approval_id","number")
);

-- CreateTable
CREATE TABLE "approval_cancellation" (
    "council_id" TEXT NOT NULL,
    "approval_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "approval_cancellation_pkey" PRIMARY KEY ("council_id","approval_id")
);

-- CreateTable
CREATE TABLE "presence" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body_slug" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "presence" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("council_id","number","body_slug","code")
);

-- CreateIndex
CREATE INDEX "approval_line_council_id_number_idx" ON "approval_line"("council_id", "number");

-- CreateIndex
CREATE INDEX "approval_line_council_id_decision_id_idx" ON "approval_line"("council_id", "decision_id");

-- CreateIndex
CREATE INDEX "requirement_council_id_standing_idx" ON "requirement"("council_id", "standing");

-- AddForeignKey
ALTER TABLE "decision_confirmation" ADD CONSTRAINT "decision_confirmation_council_id_decision_id_fkey" FOREIGN KEY ("council_id", "decision_id") REFERENCES "decision"("council_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_reopening" ADD CONSTRAINT "decision_reopening_council_id_number_sequence_fkey" FOREIGN KEY ("council_id", "number", "sequence") REFERENCES "decision_line"("council_id", "number", "sequence") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_line" ADD CONSTRAINT "approval_line_council_id_approval_id_fkey" FOREIGN KEY ("council_id", "approval_id") REFERENCES "approval"("council_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_cancellation" ADD CONSTRAINT "approval_cancellation_council_id_approval_id_fkey" FOREIGN KEY ("council_id", "approval_id") REFERENCES "approval"("council_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "meeting"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.

-- What stands now: the last line of each requirement whose decision was not cancelled.
UPDATE "requirement" r SET "standing" = (
  SELECT l."decision_id" FROM "decision_line" l
  LEFT JOIN "decision_cancellation" c ON c."council_id" = l."council_id" AND c."decision_id" = l."decision_id"
  WHERE l."council_id" = r."council_id" AND l."number" = r."number" AND c."decision_id" IS NULL
  ORDER BY l."sequence" DESC LIMIT 1);

ALTER TABLE "presence" ADD CONSTRAINT "presence_known" CHECK ("presence" IN ('present', 'deputy', 'late', 'absent'));

-- 例外 is an outcome that the council alone approves.
ALTER TABLE "decision" DROP CONSTRAINT "decision_outcome";
ALTER TABLE "decision" ADD CONSTRAINT "decision_outcome" CHECK ("outcome" IN ('standard', 'levelup', 'alternative', 'operation', 'later', 'withdraw', 'exception'));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "decision_confirmation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "decision_reopening" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "approval" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "approval_line" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "approval_cancellation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
