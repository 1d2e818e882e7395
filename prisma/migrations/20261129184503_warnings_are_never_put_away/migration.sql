-- DropIndex
DROP INDEX "warning_unseen";

-- AlterTable
ALTER TABLE "warning" DROP COLUMN "seenAt";

-- CreateIndex
CREATE INDEX "warning_communeId_at_idx" ON "warning"("communeId", "at");
