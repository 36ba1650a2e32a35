-- CreateTable
CREATE TABLE "fit_confirmation" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "round" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "batch" INTEGER NOT NULL,
    "marks" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "back_at" TIMESTAMPTZ(3),

    CONSTRAINT "fit_confirmation_pkey" PRIMARY KEY ("council_id","number","round","code","batch")
);

-- CreateIndex
CREATE INDEX "fit_confirmation_council_id_batch_idx" ON "fit_confirmation"("council_id", "batch");

-- AddForeignKey
ALTER TABLE "fit_confirmation" ADD CONSTRAINT "fit_confirmation_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fit_confirmation" ADD CONSTRAINT "fit_confirmation_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "requirement"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fit_confirmation" ADD CONSTRAINT "fit_confirmation_council_id_round_fkey" FOREIGN KEY ("council_id", "round") REFERENCES "round"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fit_confirmation" ADD CONSTRAINT "fit_confirmation_council_id_code_fkey" FOREIGN KEY ("council_id", "code") REFERENCES "municipality"("council_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;
