-- AlterTable
ALTER TABLE "commune" ADD COLUMN     "provinceCode" TEXT;
