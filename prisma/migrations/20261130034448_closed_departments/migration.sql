-- AlterTable
ALTER TABLE "department" ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
