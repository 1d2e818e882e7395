-- CreateEnum
CREATE TYPE "OfficeTopic" AS ENUM ('COMMUNE', 'DEPARTMENT', 'BOOK', 'REASON');

-- CreateTable
CREATE TABLE "office_change" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byStaffId" UUID NOT NULL,
    "topic" "OfficeTopic" NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "office_change_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateIndex
CREATE INDEX "office_change_communeId_topic_at_idx" ON "office_change"("communeId", "topic", "at");

-- Who changed what is told to others: it can be added to and never changed.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON office_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
