-- CreateTable
CREATE TABLE "rest" (
    "key" TEXT NOT NULL,
    "until" BIGINT NOT NULL,

    CONSTRAINT "rest_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "rest_until_idx" ON "rest"("until");
