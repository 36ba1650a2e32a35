-- CreateTable
CREATE TABLE "subject_link" (
    "council_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "subject_link_pkey" PRIMARY KEY ("council_id","subject","url")
);

-- AddForeignKey
ALTER TABLE "subject_link" ADD CONSTRAINT "subject_link_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
