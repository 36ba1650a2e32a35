-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "acting" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "joining_step" ALTER COLUMN "person_id" DROP NOT NULL,
ALTER COLUMN "seat_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "joining_term" ADD COLUMN     "undoes" INTEGER;
