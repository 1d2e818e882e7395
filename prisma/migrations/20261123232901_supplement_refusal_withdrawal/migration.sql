-- AlterEnum
ALTER TYPE "DocumentPurpose" ADD VALUE 'SUPPLEMENT';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Stage" ADD VALUE 'awaiting_supplement';
ALTER TYPE "Stage" ADD VALUE 'refused';
ALTER TYPE "Stage" ADD VALUE 'withdrawn';

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "supersededAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "askedInWorkAt" TIMESTAMPTZ(3),
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN     "supplementRequests" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "supplement_reason" (
    "communeId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "unverified" BOOLEAN NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "supplement_reason_pkey" PRIMARY KEY ("communeId","code")
);

-- CreateTable
CREATE TABLE "supplement_request" (
    "communeId" INTEGER NOT NULL,
    "dossierId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedBy" UUID NOT NULL,
    "paperId" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredBy" TEXT,

    CONSTRAINT "supplement_request_pkey" PRIMARY KEY ("communeId","dossierId","number")
);

-- CreateTable
CREATE TABLE "supplement_item" (
    "communeId" INTEGER NOT NULL,
    "dossierId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "reasonCode" TEXT,
    "reason" TEXT NOT NULL,
    "answer" TEXT,

    CONSTRAINT "supplement_item_pkey" PRIMARY KEY ("communeId","dossierId","number","position")
);

-- AddForeignKey
ALTER TABLE "supplement_reason" ADD CONSTRAINT "supplement_reason_communeId_fkey" FOREIGN KEY ("communeId") REFERENCES "commune"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supplement_request" ADD CONSTRAINT "supplement_request_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supplement_item" ADD CONSTRAINT "supplement_item_communeId_dossierId_number_fkey" FOREIGN KEY ("communeId", "dossierId", "number") REFERENCES "supplement_request"("communeId", "dossierId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
