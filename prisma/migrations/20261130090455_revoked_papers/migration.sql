-- AlterTable
ALTER TABLE "paper" ADD COLUMN     "revokedAt" TIMESTAMPTZ(3);
