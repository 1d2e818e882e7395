-- AlterTable
ALTER TABLE "procedure_version" ADD COLUMN     "feeShort" TEXT NOT NULL;
