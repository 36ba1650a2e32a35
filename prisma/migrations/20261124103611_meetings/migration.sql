-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "link" TEXT,
ADD COLUMN     "series" INTEGER;

-- CreateTable
CREATE TABLE "meeting_body" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body_slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "agenda" TEXT[],

    CONSTRAINT "meeting_body_pkey" PRIMARY KEY ("council_id","number","body_slug")
);

-- CreateTable
CREATE TABLE "meeting_change" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER,
    "place" TEXT,
    "link" TEXT,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "meeting_change_pkey" PRIMARY KEY ("council_id","number","sequence")
);

-- CreateTable
CREATE TABLE "meeting_paper" (
    "council_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "mark" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "link" TEXT,
    "audience" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" INTEGER,

    CONSTRAINT "meeting_paper_pkey" PRIMARY KEY ("council_id","number","mark","version")
);

-- CreateTable
CREATE TABLE "feed" (
    "council_id" TEXT NOT NULL,
    "id" SERIAL NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "body_slug" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "feed_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateIndex
CREATE INDEX "meeting_body_council_id_body_slug_idx" ON "meeting_body"("council_id", "body_slug");

-- CreateIndex
CREATE INDEX "meeting_change_council_id_at_idx" ON "meeting_change"("council_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "feed_token_hash_key" ON "feed"("token_hash");

-- CreateIndex
CREATE INDEX "feed_council_id_person_id_idx" ON "feed"("council_id", "person_id");

-- AddForeignKey
ALTER TABLE "meeting_body" ADD CONSTRAINT "meeting_body_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "meeting"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_body" ADD CONSTRAINT "meeting_body_council_id_body_slug_fkey" FOREIGN KEY ("council_id", "body_slug") REFERENCES "body"("council_id", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_change" ADD CONSTRAINT "meeting_change_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "meeting"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_paper" ADD CONSTRAINT "meeting_paper_council_id_number_fkey" FOREIGN KEY ("council_id", "number") REFERENCES "meeting"("council_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_council_id_person_id_fkey" FOREIGN KEY ("council_id", "person_id") REFERENCES "council_person"("council_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_council_id_body_slug_fkey" FOREIGN KEY ("council_id", "body_slug") REFERENCES "body"("council_id", "slug") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What the schema cannot say.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "meeting_change" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "meeting_change" ADD CONSTRAINT "meeting_change_kind" CHECK ("kind" IN ('moved', 'movedBack', 'cancelled', 'restored', 'withdrawn', 'joined', 'parted'));
ALTER TABLE "meeting_paper" ADD CONSTRAINT "meeting_paper_audience" CHECK ("audience" IN ('internal', 'prefecture', 'joiner', 'vendor'));
ALTER TABLE "feed" ADD CONSTRAINT "feed_scope" CHECK ("scope" IN ('person', 'body', 'council') AND ("scope" = 'body') = ("body_slug" IS NOT NULL));
