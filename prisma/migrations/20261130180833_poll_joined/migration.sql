-- AlterTable
ALTER TABLE "poll_change" ADD COLUMN     "agenda" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "body_slug" TEXT;

ALTER TABLE "poll_change" DROP CONSTRAINT "poll_change_kind";
ALTER TABLE "poll_change" ADD CONSTRAINT "poll_change_kind" CHECK ("kind" IN ('candidate', 'deadline', 'joined', 'withdrawn', 'undone'));
ALTER TABLE "poll_change" ADD CONSTRAINT "poll_change_body" CHECK (("kind" = 'joined') = ("body_slug" IS NOT NULL));
