-- CreateTable
CREATE TABLE "meeting_note" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "batch" INTEGER NOT NULL,
    "meeting" INTEGER NOT NULL,
    "body_slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "item" INTEGER,
    "decision" INTEGER,
    "undoes" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "meeting_note_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "minutes_entry" (
    "council_id" TEXT NOT NULL,
    "meeting" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB,
    "asking" JSONB,
    "section" TEXT,
    "words" TEXT,
    "code" TEXT,
    "source" TEXT,
    "undoes" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "minutes_entry_pkey" PRIMARY KEY ("council_id","meeting","serial")
);

-- CreateIndex
CREATE INDEX "meeting_note_council_id_meeting_idx" ON "meeting_note"("council_id", "meeting");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_note_council_id_undoes_key" ON "meeting_note"("council_id", "undoes");

-- CreateIndex
CREATE INDEX "minutes_entry_council_id_kind_idx" ON "minutes_entry"("council_id", "kind");

-- AddForeignKey
ALTER TABLE "meeting_note" ADD CONSTRAINT "meeting_note_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_entry" ADD CONSTRAINT "minutes_entry_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.

ALTER TABLE "meeting_note" ADD CONSTRAINT "meeting_note_kind" CHECK ("kind" IN ('decision', 'resolution', 'item', 'confirmation', 'course', 'undo'));
ALTER TABLE "meeting_note" ADD CONSTRAINT "meeting_note_undo" CHECK (("kind" = 'undo') = ("undoes" IS NOT NULL));
ALTER TABLE "meeting_note" ADD CONSTRAINT "meeting_note_decision" CHECK (("kind" = 'decision') = ("decision" IS NOT NULL));
ALTER TABLE "meeting_note" ADD CONSTRAINT "meeting_note_item" CHECK (("kind" = 'item') = ("item" IS NOT NULL));
ALTER TABLE "minutes_entry" ADD CONSTRAINT "minutes_entry_kind" CHECK ("kind" IN ('draft', 'amend', 'restore', 'ask', 'confirm', 'correct', 'undo', 'end'));
ALTER TABLE "minutes_entry" ADD CONSTRAINT "minutes_entry_content" CHECK (("kind" IN ('draft', 'amend', 'restore')) = ("content" IS NOT NULL));
ALTER TABLE "minutes_entry" ADD CONSTRAINT "minutes_entry_asking" CHECK (("kind" = 'ask') = ("asking" IS NOT NULL));
ALTER TABLE "minutes_entry" ADD CONSTRAINT "minutes_entry_code" CHECK (("kind" IN ('confirm', 'correct')) = ("code" IS NOT NULL));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "meeting_note" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "minutes_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
