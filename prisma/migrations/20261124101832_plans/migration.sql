-- CreateTable
CREATE TABLE "plan" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_pkey" PRIMARY KEY ("council_id","id")
);

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
