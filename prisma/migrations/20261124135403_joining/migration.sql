-- CreateTable
CREATE TABLE "joining_step" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "basis" TEXT,
    "amendments" INTEGER[],
    "seats" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" INTEGER,

    CONSTRAINT "joining_step_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "joining_term" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT,
    "thousands" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "joining_term_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "buddy" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "body_slug" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "buddy" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "buddy_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "adoption" (
    "council_id" TEXT NOT NULL,
    "id" SERIAL NOT NULL,
    "batch" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "decision_id" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "question" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "adoption_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "local_difference" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "local_difference_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateIndex
CREATE INDEX "joining_step_council_id_code_idx" ON "joining_step"("council_id", "code");

-- CreateIndex
CREATE INDEX "adoption_council_id_code_number_idx" ON "adoption"("council_id", "code", "number");

-- CreateIndex
CREATE INDEX "local_difference_council_id_code_idx" ON "local_difference"("council_id", "code");

-- AddForeignKey
ALTER TABLE "joining_step" ADD CONSTRAINT "joining_step_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joining_term" ADD CONSTRAINT "joining_term_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "buddy" ADD CONSTRAINT "buddy_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "local_difference" ADD CONSTRAINT "local_difference_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "joining_term" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "buddy" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "joining_step" ADD CONSTRAINT "joining_step_stage"
  CHECK ("stage" IN ('interested', 'observer', 'applicant', 'adopting', 'member', 'left'));
ALTER TABLE "joining_term" ADD CONSTRAINT "joining_term_kind"
  CHECK (("kind" = 'price' AND "on" IS NOT NULL AND "thousands" >= 0) OR ("kind" = 'past' AND "thousands" IS NULL));
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_answer"
  CHECK (("answer" = 'accepted' AND "question" IS NULL) OR ("answer" = 'questioned' AND "question" IS NOT NULL));
