-- CreateTable
CREATE TABLE "circulation" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body_slug" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    "cost" INTEGER,
    "scope" TEXT[],
    "until" TEXT,
    "deadline" TEXT NOT NULL,
    "silence" INTEGER,
    "rule" JSONB NOT NULL,
    "eligible" TEXT[],
    "previous" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "on_behalf" BOOLEAN NOT NULL,

    CONSTRAINT "circulation_pkey" PRIMARY KEY ("council_id","number")
);

-- CreateTable
CREATE TABLE "circulation_line" (
    "council_id" TEXT NOT NULL,
    "circulation" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "circulation_line_pkey" PRIMARY KEY ("council_id","circulation","number")
);

-- CreateTable
CREATE TABLE "position" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "circulation" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "until" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "source" TEXT,

    CONSTRAINT "position_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "circulation_end" (
    "council_id" TEXT NOT NULL,
    "circulation" INTEGER NOT NULL,
    "how" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decision" INTEGER,
    "person_id" INTEGER NOT NULL,

    CONSTRAINT "circulation_end_pkey" PRIMARY KEY ("council_id","circulation")
);

-- CreateTable
CREATE TABLE "suspension" (
    "council_id" TEXT NOT NULL,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,

    CONSTRAINT "suspension_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateIndex
CREATE INDEX "circulation_line_council_id_number_idx" ON "circulation_line"("council_id", "number");

-- CreateIndex
CREATE INDEX "position_council_id_circulation_idx" ON "position"("council_id", "circulation");

-- AddForeignKey
ALTER TABLE "circulation" ADD CONSTRAINT "circulation_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circulation_line" ADD CONSTRAINT "circulation_line_council_id_circulation_fkey" FOREIGN KEY ("council_id", "circulation") REFERENCES "circulation"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circulation_line" ADD CONSTRAINT "circulation_line_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "requirement"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_council_id_circulation_fkey" FOREIGN KEY ("council_id", "circulation") REFERENCES "circulation"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circulation_end" ADD CONSTRAINT "circulation_end_council_id_circulation_fkey" FOREIGN KEY ("council_id", "circulation") REFERENCES "circulation"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.

ALTER TABLE "circulation" ADD CONSTRAINT "circulation_outcome" CHECK ("outcome" IN ('standard', 'levelup', 'alternative', 'operation', 'later', 'withdraw', 'exception'));
ALTER TABLE "circulation" ADD CONSTRAINT "circulation_exception" CHECK ("outcome" <> 'exception' OR ("cost" IS NOT NULL AND "until" IS NOT NULL AND "silence" IS NULL));
ALTER TABLE "position" ADD CONSTRAINT "position_answer" CHECK ("answer" IN ('agree', 'object', 'hold', 'abstain', 'na', 'undo'));
ALTER TABLE "position" ADD CONSTRAINT "position_hold_until" CHECK (("answer" = 'hold') = ("until" IS NOT NULL));
ALTER TABLE "circulation_end" ADD CONSTRAINT "circulation_end_how" CHECK ("how" IN ('agreed', 'notAgreed', 'withdrawn', 'overtaken'));
ALTER TABLE "circulation_end" ADD CONSTRAINT "circulation_end_decision" CHECK ("how" = 'agreed' OR "decision" IS NULL);
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_kind" CHECK ("kind" IN ('disaster', 'election'));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "circulation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "circulation_line" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "position" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "circulation_end" FOR EACH ROW EXECUTE FUNCTION refuse_change();
