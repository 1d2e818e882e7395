-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('CHECKING', 'FAULTY', 'READY', 'IMPORTING', 'DONE');

-- AlterTable
ALTER TABLE "hand_over" ALTER COLUMN "byStaffId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "register_import" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT,
    "isCsv" BOOLEAN NOT NULL,
    "status" "ImportStatus" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" UUID NOT NULL,
    "importedBy" UUID,
    "doneAt" TIMESTAMPTZ(3),
    "lines" INTEGER,
    "added" INTEGER NOT NULL DEFAULT 0,
    "faults" INTEGER NOT NULL DEFAULT 0,
    "progress" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "register_import_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateTable
CREATE TABLE "register_fault" (
    "communeId" INTEGER NOT NULL,
    "importId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "said" TEXT NOT NULL,

    CONSTRAINT "register_fault_pkey" PRIMARY KEY ("communeId","importId","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "register_import_storageKey_key" ON "register_import"("storageKey");

-- CreateIndex
CREATE INDEX "register_import_communeId_createdAt_idx" ON "register_import"("communeId", "createdAt");

-- AddForeignKey
ALTER TABLE "register_fault" ADD CONSTRAINT "register_fault_communeId_importId_fkey" FOREIGN KEY ("communeId", "importId") REFERENCES "register_import"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
