-- CreateTable
CREATE TABLE "agenda_entry" (
    "council_id" TEXT NOT NULL,
    "body_slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "requirements" INTEGER[],
    "outcome" TEXT,
    "note" TEXT,
    "item" INTEGER,
    "circulation" INTEGER,
    "link" TEXT,
    "minutes" INTEGER,
    "dropped" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "agenda_entry_pkey" PRIMARY KEY ("council_id","body_slug","number")
);

-- CreateTable
CREATE TABLE "agenda_place" (
    "council_id" TEXT NOT NULL,
    "body_slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "meeting" INTEGER NOT NULL,
    "turn" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "fate" TEXT NOT NULL,

    CONSTRAINT "agenda_place_pkey" PRIMARY KEY ("council_id","body_slug","number","meeting")
);

-- CreateTable
CREATE TABLE "agenda_step" (
    "council_id" TEXT NOT NULL,
    "body_slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "agenda_step_pkey" PRIMARY KEY ("council_id","body_slug","number","serial")
);

-- CreateTable
CREATE TABLE "agenda_issue" (
    "council_id" TEXT NOT NULL,
    "meeting" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "lines" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "agenda_issue_pkey" PRIMARY KEY ("council_id","meeting","serial")
);

-- CreateIndex
CREATE INDEX "agenda_place_council_id_meeting_idx" ON "agenda_place"("council_id", "meeting");

-- CreateIndex
CREATE INDEX "agenda_step_council_id_person_id_at_idx" ON "agenda_step"("council_id", "person_id", "at");

-- AddForeignKey
ALTER TABLE "agenda_entry" ADD CONSTRAINT "agenda_entry_council_id_body_slug_fkey" FOREIGN KEY ("council_id", "body_slug") REFERENCES "body"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_place" ADD CONSTRAINT "agenda_place_council_id_body_slug_number_fkey" FOREIGN KEY ("council_id", "body_slug", "number") REFERENCES "agenda_entry"("council_id", "body_slug", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_place" ADD CONSTRAINT "agenda_place_council_id_meeting_fkey" FOREIGN KEY ("council_id", "meeting") REFERENCES "meeting"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_step" ADD CONSTRAINT "agenda_step_council_id_body_slug_number_fkey" FOREIGN KEY ("council_id", "body_slug", "number") REFERENCES "agenda_entry"("council_id", "body_slug", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_issue" ADD CONSTRAINT "agenda_issue_council_id_meeting_fkey" FOREIGN KEY ("council_id", "meeting") REFERENCES "meeting"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say: the lines with which meetings were called are entries with numbers from now on.
CREATE TEMPORARY TABLE "called_with" ON COMMIT DROP AS
SELECT m."council_id", s."body_slug", m."number" AS "meeting", l."position", l."title", m."created_at", m."person_id", m."seat_id",
  row_number() OVER (PARTITION BY m."council_id", s."body_slug" ORDER BY m."number", l."position")::int AS "number"
FROM "meeting" m
CROSS JOIN LATERAL (
  SELECT m."body_slug", m."agenda"
  UNION ALL
  SELECT b."body_slug", b."agenda" FROM "meeting_body" b WHERE b."council_id" = m."council_id" AND b."number" = m."number"
) AS s
CROSS JOIN LATERAL unnest(s."agenda") WITH ORDINALITY AS l("title", "position");

INSERT INTO "agenda_entry" ("council_id", "body_slug", "number", "kind", "title", "requirements", "at", "person_id", "seat_id")
SELECT "council_id", "body_slug", "number", 'text', "title", '{}', "created_at", "person_id", "seat_id" FROM "called_with";
INSERT INTO "agenda_place" ("council_id", "body_slug", "number", "meeting", "turn", "position", "fate")
SELECT "council_id", "body_slug", "number", "meeting", 0, "position", 'on' FROM "called_with";
INSERT INTO "agenda_step" ("council_id", "body_slug", "number", "serial", "kind", "before", "after", "at", "person_id", "seat_id")
SELECT "council_id", "body_slug", "number", 1, 'added', '{"dropped": false, "places": []}',
  jsonb_build_object('dropped', false, 'places', jsonb_build_array(jsonb_build_object('meeting', "meeting", 'position', "position", 'fate', 'on'))),
  "created_at", "person_id", "seat_id" FROM "called_with";
INSERT INTO "counter" ("council_id", "name", "value")
SELECT "council_id", 'agenda:' || "body_slug", max("number") FROM "called_with" GROUP BY "council_id", "body_slug";

ALTER TABLE "meeting" DROP COLUMN "agenda";
ALTER TABLE "meeting_body" DROP COLUMN "agenda";

ALTER TABLE "agenda_entry" ADD CONSTRAINT "agenda_entry_kind" CHECK ("kind" IN ('requirements', 'item', 'circulation', 'text'));
ALTER TABLE "agenda_entry" ADD CONSTRAINT "agenda_entry_of" CHECK (
  ("kind" = 'requirements') = (cardinality("requirements") > 0)
  AND ("kind" = 'item') = ("item" IS NOT NULL) AND ("kind" = 'circulation') = ("circulation" IS NOT NULL));
ALTER TABLE "agenda_entry" ADD CONSTRAINT "agenda_entry_minutes" CHECK ("minutes" BETWEEN 1 AND 480);
ALTER TABLE "agenda_place" ADD CONSTRAINT "agenda_place_fate" CHECK ("fate" IN ('on', 'covered', 'circulated', 'carried', 'moved'));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "agenda_step" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "agenda_issue" FOR EACH ROW EXECUTE FUNCTION refuse_change();
