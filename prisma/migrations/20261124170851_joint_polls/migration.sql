-- AlterTable
ALTER TABLE "poll" ADD COLUMN     "joint" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "poll_answer" ADD COLUMN     "body_slug" TEXT;

-- Until now a poll was of one body: what was answered was answered for it.
ALTER TABLE "poll_answer" DISABLE TRIGGER append_only;
UPDATE "poll_answer" SET "body_slug" = "poll"."body_slug" FROM "poll"
  WHERE "poll"."council_id" = "poll_answer"."council_id" AND "poll"."number" = "poll_answer"."poll";
ALTER TABLE "poll_answer" ENABLE TRIGGER append_only;
ALTER TABLE "poll_answer" ALTER COLUMN "body_slug" SET NOT NULL;

-- CreateTable
CREATE TABLE "canvas" (
    "council_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "canvas_id" TEXT NOT NULL,

    CONSTRAINT "canvas_pkey" PRIMARY KEY ("council_id","key","team_id","channel_id")
);

-- CreateTable
CREATE TABLE "poll_change" (
    "council_id" TEXT NOT NULL,
    "poll" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "candidate" INTEGER,
    "revision" INTEGER,
    "day" TEXT,
    "start" INTEGER,
    "end" INTEGER,
    "removed" BOOLEAN,
    "deadline" TEXT,
    "undoes" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "poll_change_pkey" PRIMARY KEY ("council_id","poll","serial")
);

-- CreateIndex
CREATE INDEX "poll_change_council_id_person_id_at_idx" ON "poll_change"("council_id", "person_id", "at");

-- AddForeignKey
ALTER TABLE "canvas" ADD CONSTRAINT "canvas_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_change" ADD CONSTRAINT "poll_change_council_id_poll_fkey" FOREIGN KEY ("council_id", "poll") REFERENCES "poll"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "poll_change" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "poll_change" ADD CONSTRAINT "poll_change_kind" CHECK ("kind" IN ('candidate', 'deadline', 'withdrawn', 'undone'));
ALTER TABLE "poll_change" ADD CONSTRAINT "poll_change_candidate" CHECK (("kind" = 'candidate') = ("candidate" IS NOT NULL));
ALTER TABLE "poll_change" ADD CONSTRAINT "poll_change_deadline" CHECK (("kind" = 'deadline') = ("deadline" IS NOT NULL));
