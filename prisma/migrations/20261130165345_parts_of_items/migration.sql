-- CreateTable
CREATE TABLE "item_part" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER,

    CONSTRAINT "item_part_pkey" PRIMARY KEY ("council_id","number","seat_id")
);

-- CreateIndex
CREATE INDEX "item_part_council_id_seat_id_idx" ON "item_part"("council_id", "seat_id");

-- AddForeignKey
ALTER TABLE "item_part" ADD CONSTRAINT "item_part_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "item"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_part" ADD CONSTRAINT "item_part_council_id_seat_id_fkey" FOREIGN KEY ("council_id", "seat_id") REFERENCES "seat"("council_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
