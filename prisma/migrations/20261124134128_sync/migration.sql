-- CreateTable
CREATE TABLE "sync" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "team_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "rest_until" BIGINT,
    "finished_at" TIMESTAMPTZ(3),
    "undoes" INTEGER,

    CONSTRAINT "sync_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "sync_step" (
    "council_id" TEXT NOT NULL,
    "sync" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "what" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "error" TEXT,
    "made" TEXT,
    "already" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_step_pkey" PRIMARY KEY ("council_id","sync","number")
);

-- CreateTable
CREATE TABLE "group_mapping" (
    "team_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "council_id" TEXT NOT NULL,
    "body_slug" TEXT NOT NULL,

    CONSTRAINT "group_mapping_pkey" PRIMARY KEY ("team_id","group_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "group_mapping_council_id_team_id_body_slug_key" ON "group_mapping"("council_id", "team_id", "body_slug");

-- AddForeignKey
ALTER TABLE "sync" ADD CONSTRAINT "sync_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_step" ADD CONSTRAINT "sync_step_council_id_sync_fkey" FOREIGN KEY ("council_id", "sync") REFERENCES "sync"("council_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_mapping" ADD CONSTRAINT "group_mapping_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sync_step" ADD CONSTRAINT "sync_step_state" CHECK ("state" IN ('pending', 'done', 'failed'));
ALTER TABLE "sync_step" ADD CONSTRAINT "sync_step_settled" CHECK (("state" = 'pending') = ("settled_at" IS NULL));
