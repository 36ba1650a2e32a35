-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "acting" BOOLEAN NOT NULL DEFAULT false;
