-- AlterTable
ALTER TABLE "commune" ADD COLUMN     "supplementDays" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "supplementSource" TEXT;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "refundDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "refundReference" TEXT,
ADD COLUMN     "refundedAt" TIMESTAMPTZ(3),
ADD COLUMN     "refundedBy" UUID;

-- AlterTable
-- Reasons that were there hold from the first day of the forms that ask them; those that were taken out of use have ended with it.
ALTER TABLE "supplement_reason" DROP CONSTRAINT "supplement_reason_pkey",
ADD COLUMN     "validFrom" DATE NOT NULL DEFAULT '2025-07-01',
ADD COLUMN     "validTo" DATE;
UPDATE "supplement_reason" SET "validTo" = "validFrom" WHERE NOT "active";
ALTER TABLE "supplement_reason" ALTER COLUMN "validFrom" DROP DEFAULT,
DROP COLUMN "active",
ADD CONSTRAINT "supplement_reason_pkey" PRIMARY KEY ("communeId", "code", "validFrom");

-- CreateIndex
CREATE INDEX "payment_to_return" ON "payment"("communeId", "refundDueAt", "id") WHERE ("refundDueAt" IS NOT NULL AND "refundedAt" IS NULL);
