-- AlterTable
ALTER TABLE "fee_line" ADD COLUMN     "cancelledAt" TIMESTAMPTZ(3);
