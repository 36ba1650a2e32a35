-- CreateTable
CREATE TABLE "poll" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body_slug" TEXT NOT NULL,
    "place" TEXT,
    "link" TEXT,
    "agenda" TEXT[],
    "deadline" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "meeting" INTEGER,
    "settled_at" TIMESTAMPTZ(3),
    "nudged_on" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "on_behalf" BOOLEAN NOT NULL,

    CONSTRAINT "poll_pkey" PRIMARY KEY ("council_id","number")
);

-- CreateTable
CREATE TABLE "poll_candidate" (
    "council_id" TEXT NOT NULL,
    "poll" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "poll_candidate_pkey" PRIMARY KEY ("council_id","poll","number")
);

-- CreateTable
CREATE TABLE "poll_answer" (
    "council_id" TEXT NOT NULL,
    "poll" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "candidate" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "source" TEXT,

    CONSTRAINT "poll_answer_pkey" PRIMARY KEY ("council_id","poll","serial")
);

-- CreateIndex
CREATE INDEX "poll_council_id_state_idx" ON "poll"("council_id", "state");

-- CreateIndex
CREATE INDEX "poll_council_id_meeting_idx" ON "poll"("council_id", "meeting");

-- AddForeignKey
ALTER TABLE "poll" ADD CONSTRAINT "poll_council_id_body_slug_fkey" FOREIGN KEY ("council_id", "body_slug") REFERENCES "body"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll" ADD CONSTRAINT "poll_council_id_meeting_fkey" FOREIGN KEY ("council_id", "meeting") REFERENCES "meeting"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_candidate" ADD CONSTRAINT "poll_candidate_council_id_poll_fkey" FOREIGN KEY ("council_id", "poll") REFERENCES "poll"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_answer" ADD CONSTRAINT "poll_answer_council_id_poll_fkey" FOREIGN KEY ("council_id", "poll") REFERENCES "poll"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "poll_answer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "poll" ADD CONSTRAINT "poll_state" CHECK ("state" IN ('open', 'decided', 'cancelled'));
ALTER TABLE "poll" ADD CONSTRAINT "poll_decided" CHECK (("state" = 'decided') = ("meeting" IS NOT NULL));
ALTER TABLE "poll_answer" ADD CONSTRAINT "poll_answer_mark" CHECK ("mark" IN ('yes', 'maybe', 'no'));
