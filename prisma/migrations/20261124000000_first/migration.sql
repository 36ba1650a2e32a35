-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "kana" TEXT,
    "email" TEXT,
    "language" TEXT NOT NULL DEFAULT 'ja',

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slack_account" (
    "team_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,
    "person_id" INTEGER NOT NULL,

    CONSTRAINT "slack_account_pkey" PRIMARY KEY ("team_id","user_id","from")
);

-- CreateTable
CREATE TABLE "handled" (
    "key" TEXT NOT NULL,
    "council_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "channel_id" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reply" JSONB NOT NULL,
    "audit_id" INTEGER,

    CONSTRAINT "handled_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "occurrence" (
    "job" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "planned" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "occurrence_pkey" PRIMARY KEY ("job","due_at")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "council_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "team_id" TEXT,
    "channel_id" TEXT,
    "person_id" INTEGER,
    "surface" TEXT,
    "thread" TEXT,
    "payload" JSONB,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "lease_by" TEXT,
    "sent_to" TEXT,
    "sent_ts" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_mapping" (
    "team_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "council_id" TEXT NOT NULL,
    "body_slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "mapped_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_mapping_pkey" PRIMARY KEY ("team_id","channel_id")
);

-- CreateTable
CREATE TABLE "council" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'ja',
    "rotation_from" INTEGER NOT NULL,

    CONSTRAINT "council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "council_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "key" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "basis" TEXT,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("council_id","scope","key","from")
);

-- CreateTable
CREATE TABLE "municipality" (
    "council_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("council_id","code")
);

-- CreateTable
CREATE TABLE "rotation_turn" (
    "council_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "rotation_turn_pkey" PRIMARY KEY ("council_id","position")
);

-- CreateTable
CREATE TABLE "body" (
    "council_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_slug" TEXT,
    "position" INTEGER NOT NULL,
    "lead_label" TEXT,

    CONSTRAINT "body_pkey" PRIMARY KEY ("council_id","slug")
);

-- CreateTable
CREATE TABLE "business_system" (
    "council_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "no" TEXT,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "body_slug" TEXT NOT NULL,
    "aliases" TEXT[],

    CONSTRAINT "business_system_pkey" PRIMARY KEY ("council_id","slug")
);

-- CreateTable
CREATE TABLE "council_person" (
    "council_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,

    CONSTRAINT "council_person_pkey" PRIMARY KEY ("council_id","slug")
);

-- CreateTable
CREATE TABLE "seat" (
    "council_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "body_slug" TEXT NOT NULL,
    "code" TEXT,
    "role" TEXT NOT NULL,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "tenure" (
    "council_id" TEXT NOT NULL,
    "seat_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,
    "deputy" BOOLEAN NOT NULL DEFAULT false,
    "code" TEXT NOT NULL,

    CONSTRAINT "tenure_pkey" PRIMARY KEY ("council_id","seat_id","person_id","from")
);

-- CreateTable
CREATE TABLE "application" (
    "council_id" TEXT NOT NULL,
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "file" JSONB NOT NULL,

    CONSTRAINT "application_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "vendor" (
    "council_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "vendor_pkey" PRIMARY KEY ("council_id","slug")
);

-- CreateTable
CREATE TABLE "round" (
    "council_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "round_pkey" PRIMARY KEY ("council_id","slug")
);

-- CreateTable
CREATE TABLE "import" (
    "council_id" TEXT NOT NULL,
    "id" SERIAL NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "created" INTEGER NOT NULL,
    "updated" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,

    CONSTRAINT "import_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "requirement" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "system_slug" TEXT NOT NULL,
    "function_id" TEXT NOT NULL,
    "item_no" TEXT,
    "category" TEXT[],
    "text" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "convenience" BOOLEAN NOT NULL DEFAULT false,
    "cost" INTEGER,
    "alternative" TEXT,
    "remarks" TEXT,
    "bigrams" TEXT[],
    "import_id" INTEGER NOT NULL,

    CONSTRAINT "requirement_pkey" PRIMARY KEY ("council_id","number")
);

-- CreateTable
CREATE TABLE "vendor_mark" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "round" TEXT NOT NULL,
    "vendor" TEXT NOT NULL,
    "mark" TEXT NOT NULL,

    CONSTRAINT "vendor_mark_pkey" PRIMARY KEY ("council_id","number","round","vendor")
);

-- CreateTable
CREATE TABLE "decision" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    "level" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "meeting" INTEGER,
    "body_slug" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "on_behalf" BOOLEAN NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "decision_line" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "decision_id" INTEGER NOT NULL,

    CONSTRAINT "decision_line_pkey" PRIMARY KEY ("council_id","number","sequence")
);

-- CreateTable
CREATE TABLE "decision_cancellation" (
    "council_id" TEXT NOT NULL,
    "decision_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "decision_cancellation_pkey" PRIMARY KEY ("council_id","decision_id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body_slug" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER,
    "place" TEXT,
    "agenda" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'scheduled',
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("council_id","number")
);

-- CreateTable
CREATE TABLE "item" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body_slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "due" TEXT,
    "owner_seat_id" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_by" INTEGER NOT NULL,
    "raiser_seat" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by" INTEGER,

    CONSTRAINT "item_pkey" PRIMARY KEY ("council_id","number")
);

-- CreateTable
CREATE TABLE "counter" (
    "council_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("council_id","name")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "council_id" TEXT NOT NULL,
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER,
    "seat_id" TEXT,
    "code" TEXT,
    "on_behalf" BOOLEAN NOT NULL DEFAULT false,
    "act" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "subjects" TEXT[],

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "surface" (
    "council_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "ts" TEXT NOT NULL,

    CONSTRAINT "surface_pkey" PRIMARY KEY ("council_id","key","team_id","channel_id")
);

-- CreateIndex
CREATE INDEX "slack_account_person_id_idx" ON "slack_account"("person_id");

-- CreateIndex
CREATE INDEX "handled_council_id_person_id_at_idx" ON "handled"("council_id", "person_id", "at");

-- CreateIndex
CREATE INDEX "handled_at_idx" ON "handled"("at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_state_not_before_idx" ON "outbox"("state", "not_before");

-- CreateIndex
CREATE INDEX "outbox_lane_id_idx" ON "outbox"("lane", "id");

-- CreateIndex
CREATE INDEX "outbox_council_id_state_idx" ON "outbox"("council_id", "state");

-- CreateIndex
CREATE INDEX "channel_mapping_council_id_body_slug_idx" ON "channel_mapping"("council_id", "body_slug");

-- CreateIndex
CREATE UNIQUE INDEX "rotation_turn_council_id_code_key" ON "rotation_turn"("council_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "council_person_council_id_person_id_key" ON "council_person"("council_id", "person_id");

-- CreateIndex
CREATE INDEX "seat_council_id_body_slug_idx" ON "seat"("council_id", "body_slug");

-- CreateIndex
CREATE INDEX "tenure_council_id_person_id_idx" ON "tenure"("council_id", "person_id");

-- CreateIndex
CREATE INDEX "requirement_bigrams_idx" ON "requirement" USING GIN ("bigrams");

-- CreateIndex
CREATE UNIQUE INDEX "requirement_council_id_system_slug_function_id_key" ON "requirement"("council_id", "system_slug", "function_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_council_id_fiscal_year_serial_key" ON "decision"("council_id", "fiscal_year", "serial");

-- CreateIndex
CREATE INDEX "decision_line_council_id_decision_id_idx" ON "decision_line"("council_id", "decision_id");

-- CreateIndex
CREATE INDEX "meeting_council_id_body_slug_day_idx" ON "meeting"("council_id", "body_slug", "day");

-- CreateIndex
CREATE INDEX "meeting_council_id_day_idx" ON "meeting"("council_id", "day");

-- CreateIndex
CREATE INDEX "item_council_id_owner_seat_id_status_idx" ON "item"("council_id", "owner_seat_id", "status");

-- CreateIndex
CREATE INDEX "item_council_id_status_due_idx" ON "item"("council_id", "status", "due");

-- CreateIndex
CREATE INDEX "audit_entry_council_id_at_idx" ON "audit_entry"("council_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_subjects_idx" ON "audit_entry" USING GIN ("subjects");

-- AddForeignKey
ALTER TABLE "slack_account" ADD CONSTRAINT "slack_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_mapping" ADD CONSTRAINT "channel_mapping_council_id_body_slug_fkey" FOREIGN KEY ("council_id", "body_slug") REFERENCES "body"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setting" ADD CONSTRAINT "setting_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rotation_turn" ADD CONSTRAINT "rotation_turn_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rotation_turn" ADD CONSTRAINT "rotation_turn_council_id_code_fkey" FOREIGN KEY ("council_id", "code") REFERENCES "municipality"("council_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_council_id_parent_slug_fkey" FOREIGN KEY ("council_id", "parent_slug") REFERENCES "body"("council_id", "slug") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "business_system" ADD CONSTRAINT "business_system_council_id_body_slug_fkey" FOREIGN KEY ("council_id", "body_slug") REFERENCES "body"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_person" ADD CONSTRAINT "council_person_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_person" ADD CONSTRAINT "council_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_council_id_body_slug_fkey" FOREIGN KEY ("council_id", "body_slug") REFERENCES "body"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_council_id_code_fkey" FOREIGN KEY ("council_id", "code") REFERENCES "municipality"("council_id", "code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_council_id_seat_id_fkey" FOREIGN KEY ("council_id", "seat_id") REFERENCES "seat"("council_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_council_id_person_id_fkey" FOREIGN KEY ("council_id", "person_id") REFERENCES "council_person"("council_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor" ADD CONSTRAINT "vendor_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_council_id_system_slug_fkey" FOREIGN KEY ("council_id", "system_slug") REFERENCES "business_system"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_council_id_import_id_fkey" FOREIGN KEY ("council_id", "import_id") REFERENCES "import"("council_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_mark" ADD CONSTRAINT "vendor_mark_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "requirement"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_mark" ADD CONSTRAINT "vendor_mark_council_id_round_fkey" FOREIGN KEY ("council_id", "round") REFERENCES "round"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_mark" ADD CONSTRAINT "vendor_mark_council_id_vendor_fkey" FOREIGN KEY ("council_id", "vendor") REFERENCES "vendor"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_council_id_meeting_fkey" FOREIGN KEY ("council_id", "meeting") REFERENCES "meeting"("council_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision_line" ADD CONSTRAINT "decision_line_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "requirement"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_line" ADD CONSTRAINT "decision_line_council_id_decision_id_fkey" FOREIGN KEY ("council_id", "decision_id") REFERENCES "decision"("council_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_cancellation" ADD CONSTRAINT "decision_cancellation_council_id_decision_id_fkey" FOREIGN KEY ("council_id", "decision_id") REFERENCES "decision"("council_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_council_id_body_slug_fkey" FOREIGN KEY ("council_id", "body_slug") REFERENCES "body"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_council_id_body_slug_fkey" FOREIGN KEY ("council_id", "body_slug") REFERENCES "body"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_council_id_owner_seat_id_fkey" FOREIGN KEY ("council_id", "owner_seat_id") REFERENCES "seat"("council_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "counter" ADD CONSTRAINT "counter_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.

-- Decisions and the audit are append only: records are corrected by newer ones, not rewritten.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "decision_line" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "decision_cancellation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Days are days of the calendar, and an end is not before its beginning.
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_days" CHECK ("from" ~ '^\d{4}-\d\d-\d\d$' AND ("until" IS NULL OR "until" >= "from"));
ALTER TABLE "slack_account" ADD CONSTRAINT "slack_account_days" CHECK ("from" ~ '^\d{4}-\d\d-\d\d$' AND ("until" IS NULL OR "until" >= "from"));
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_hours" CHECK ("start" BETWEEN 0 AND 1439 AND ("end" IS NULL OR ("end" > "start" AND "end" <= 1440)));
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_code" CHECK ("code" ~ '^\d{6}$');

-- One outcome of a finite list; customising is none of them.
ALTER TABLE "decision" ADD CONSTRAINT "decision_outcome" CHECK ("outcome" IN ('standard', 'levelup', 'alternative', 'operation', 'later', 'withdraw'));
ALTER TABLE "vendor_mark" ADD CONSTRAINT "vendor_mark_mark" CHECK ("mark" IN ('◎', '○', '△', '×'));
