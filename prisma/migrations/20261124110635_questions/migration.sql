-- CreateTable
CREATE TABLE "question" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body_slug" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "route" TEXT NOT NULL DEFAULT 'unsorted',
    "sent_on" TEXT,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_by" INTEGER NOT NULL,
    "raiser_seat" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("council_id","number")
);

-- CreateTable
CREATE TABLE "question_requirement" (
    "council_id" TEXT NOT NULL,
    "question_number" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "question_requirement_pkey" PRIMARY KEY ("council_id","question_number","number")
);

-- CreateTable
CREATE TABLE "question_answer" (
    "council_id" TEXT NOT NULL,
    "question_number" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "question_answer_pkey" PRIMARY KEY ("council_id","question_number","sequence")
);

-- CreateIndex
CREATE INDEX "question_council_id_body_slug_idx" ON "question"("council_id", "body_slug");

-- CreateIndex
CREATE INDEX "question_requirement_council_id_number_idx" ON "question_requirement"("council_id", "number");

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_council_id_body_slug_fkey" FOREIGN KEY ("council_id", "body_slug") REFERENCES "body"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_requirement" ADD CONSTRAINT "question_requirement_council_id_question_number_fkey" FOREIGN KEY ("council_id", "question_number") REFERENCES "question"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_requirement" ADD CONSTRAINT "question_requirement_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "requirement"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_answer" ADD CONSTRAINT "question_answer_council_id_question_number_fkey" FOREIGN KEY ("council_id", "question_number") REFERENCES "question"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "question_answer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "question" ADD CONSTRAINT "question_route" CHECK ("route" IN ('unsorted', 'internal', 'sent') AND ("sent_on" IS NOT NULL) = ("route" = 'sent'));
