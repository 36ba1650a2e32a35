-- CreateTable
CREATE TABLE "handover_task" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "dropped_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_task_pkey" PRIMARY KEY ("council_id","number")
);

-- CreateTable
CREATE TABLE "handover_tick" (
    "council_id" TEXT NOT NULL,
    "serial" INTEGER NOT NULL,
    "term" INTEGER NOT NULL,
    "task" INTEGER NOT NULL,
    "for_seat" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "ticked" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "on_behalf" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "handover_tick_pkey" PRIMARY KEY ("council_id","serial")
);

-- CreateIndex
CREATE INDEX "handover_tick_council_id_term_idx" ON "handover_tick"("council_id", "term");

-- AddForeignKey
ALTER TABLE "handover_task" ADD CONSTRAINT "handover_task_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_tick" ADD CONSTRAINT "handover_tick_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: ticks are append only; what a line is, and whose.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "handover_tick" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "handover_task" ADD CONSTRAINT "handover_task_owner" CHECK ("owner" IN ('chair', 'secretariat', 'seat'));
ALTER TABLE "handover_tick" ADD CONSTRAINT "handover_tick_side" CHECK ("side" IN ('given', 'received'));
