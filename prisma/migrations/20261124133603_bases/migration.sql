-- CreateTable
CREATE TABLE "basis" (
    "council_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "basis_pkey" PRIMARY KEY ("council_id","name")
);

-- CreateTable
CREATE TABLE "basis_version" (
    "council_id" TEXT NOT NULL,
    "id" INTEGER NOT NULL,
    "basis_name" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" INTEGER,

    CONSTRAINT "basis_version_pkey" PRIMARY KEY ("council_id","id")
);

-- CreateIndex
CREATE INDEX "basis_version_council_id_basis_name_from_idx" ON "basis_version"("council_id", "basis_name", "from");

-- AddForeignKey
ALTER TABLE "basis" ADD CONSTRAINT "basis_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "basis_version" ADD CONSTRAINT "basis_version_council_id_basis_name_fkey" FOREIGN KEY ("council_id", "basis_name") REFERENCES "basis"("council_id", "name") ON DELETE RESTRICT ON UPDATE CASCADE;
