-- AlterTable
ALTER TABLE "hand_over" ADD COLUMN     "trackingNumber" TEXT,
ALTER COLUMN "receiverName" DROP NOT NULL,
ALTER COLUMN "isApplicant" DROP NOT NULL;

-- What was posted or laid ready was taken by nobody at the counter.
UPDATE "hand_over" SET "receiverName" = NULL, "isApplicant" = NULL WHERE method <> 'COUNTER';
