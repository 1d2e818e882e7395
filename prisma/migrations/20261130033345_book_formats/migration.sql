-- AlterTable
ALTER TABLE "paper" ADD COLUMN     "printed" TEXT;

-- CreateTable
CREATE TABLE "book_format" (
    "communeId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "sign" TEXT NOT NULL,
    "digits" INTEGER NOT NULL,

    CONSTRAINT "book_format_pkey" PRIMARY KEY ("communeId","kind","validFrom")
);
