-- CreateTable
CREATE TABLE "seat_section" (
    "council_id" TEXT NOT NULL,
    "seat_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "seat_section_pkey" PRIMARY KEY ("council_id","seat_id","from")
);

-- CreateTable
CREATE TABLE "roster_change" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER,
    "seat_id" TEXT,
    "code" TEXT,
    "lines" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" INTEGER,

    CONSTRAINT "roster_change_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateTable
CREATE TABLE "roster_publication" (
    "council_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,

    CONSTRAINT "roster_publication_pkey" PRIMARY KEY ("council_id","code","year")
);

-- CreateTable
CREATE TABLE "rotation_override" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "other_code" TEXT,
    "other_round" INTEGER,
    "keeps" BOOLEAN,
    "by" INTEGER,
    "basis" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" TEXT NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" INTEGER,

    CONSTRAINT "rotation_override_pkey" PRIMARY KEY ("council_id","id")
);

-- AddForeignKey
ALTER TABLE "seat_section" ADD CONSTRAINT "seat_section_council_id_seat_id_fkey" FOREIGN KEY ("council_id", "seat_id") REFERENCES "seat"("council_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_change" ADD CONSTRAINT "roster_change_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_publication" ADD CONSTRAINT "roster_publication_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_publication" ADD CONSTRAINT "roster_publication_council_id_code_fkey" FOREIGN KEY ("council_id", "code") REFERENCES "municipality"("council_id", "code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rotation_override" ADD CONSTRAINT "rotation_override_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
