-- CreateTable
CREATE TABLE "DangerShown" (
    "chatId" BIGINT NOT NULL,
    "hint" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DangerShown_pkey" PRIMARY KEY ("chatId","hint")
);

-- CreateIndex
CREATE INDEX "DangerShown_at_idx" ON "DangerShown"("at");
