-- Files where FILE_STORE is "database": sealed as a whole, in parts, so that none of them is a long statement.
CREATE TABLE "StoredFile" (
    "id" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id","part")
);

-- What is sealed cannot be made smaller: trying costs time for nothing.
ALTER TABLE "StoredFile" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
