-- CreateTable
CREATE TABLE "Favourite" (
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Favourite_pkey" PRIMARY KEY ("memberId","kind","ref")
);

-- Beyond the schema: the words of ours.
ALTER TABLE "Favourite" ADD CONSTRAINT "Favourite_kind_check" CHECK ("kind" IN ('topic', 'law', 'own'));
