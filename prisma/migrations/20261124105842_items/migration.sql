-- AlterTable
ALTER TABLE "item" ADD COLUMN     "priority" TEXT NOT NULL DEFAULT 'middle',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "item_owner" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "item_owner_pkey" PRIMARY KEY ("council_id","number","seat_id")
);

-- CreateTable
CREATE TABLE "item_link" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,

    CONSTRAINT "item_link_pkey" PRIMARY KEY ("council_id","number","kind","ref")
);

-- CreateTable
CREATE TABLE "item_entry" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER,
    "seat_id" TEXT,
    "kind" TEXT NOT NULL,
    "words" TEXT,
    "version" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "undoes" INTEGER,

    CONSTRAINT "item_entry_pkey" PRIMARY KEY ("council_id","number","serial")
);

-- CreateTable
CREATE TABLE "item_snooze" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "until" TEXT NOT NULL,

    CONSTRAINT "item_snooze_pkey" PRIMARY KEY ("council_id","number","person_id")
);

-- CreateTable
CREATE TABLE "person_setting" (
    "council_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL DEFAULT 9,
    "weekdays" INTEGER[],
    "leave_from" TEXT,
    "leave_until" TEXT,
    "deputy_id" INTEGER,
    "muted" TEXT[],
    "channel" TEXT NOT NULL DEFAULT 'slack',
    "mail" TEXT,

    CONSTRAINT "person_setting_pkey" PRIMARY KEY ("council_id","person_id")
);

-- CreateIndex
CREATE INDEX "item_owner_council_id_seat_id_idx" ON "item_owner"("council_id", "seat_id");

-- CreateIndex
CREATE INDEX "item_entry_council_id_person_id_at_idx" ON "item_entry"("council_id", "person_id", "at");

-- AddForeignKey
ALTER TABLE "item_owner" ADD CONSTRAINT "item_owner_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "item"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_owner" ADD CONSTRAINT "item_owner_council_id_seat_id_fkey" FOREIGN KEY ("council_id", "seat_id") REFERENCES "seat"("council_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "item_link" ADD CONSTRAINT "item_link_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "item"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_entry" ADD CONSTRAINT "item_entry_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "item"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_snooze" ADD CONSTRAINT "item_snooze_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "item"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_setting" ADD CONSTRAINT "person_setting_council_id_person_id_fkey" FOREIGN KEY ("council_id", "person_id") REFERENCES "council_person"("council_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "item_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "item" ADD CONSTRAINT "item_status" CHECK ("status" IN ('open', 'doing', 'awaiting', 'hold', 'done', 'withdrawn'));
ALTER TABLE "item" ADD CONSTRAINT "item_priority" CHECK ("priority" IN ('high', 'middle', 'low'));
ALTER TABLE "item_link" ADD CONSTRAINT "item_link_kind" CHECK ("kind" IN ('requirement', 'meeting', 'decision', 'message'));
ALTER TABLE "person_setting" ADD CONSTRAINT "person_setting_hour" CHECK ("hour" BETWEEN 7 AND 18);
ALTER TABLE "person_setting" ADD CONSTRAINT "person_setting_channel" CHECK ("channel" = 'slack' OR ("channel" = 'mail' AND "mail" IS NOT NULL));
ALTER TABLE "person_setting" ADD CONSTRAINT "person_setting_leave" CHECK (("leave_from" IS NULL AND "leave_until" IS NULL) OR "leave_until" >= "leave_from");
