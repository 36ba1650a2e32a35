-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "letter" TEXT;

-- CreateTable
CREATE TABLE "mailbox" (
    "id" TEXT NOT NULL,
    "validity" BIGINT,
    "uid" BIGINT,
    "tried_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "mailbox_pkey" PRIMARY KEY ("id")
);
