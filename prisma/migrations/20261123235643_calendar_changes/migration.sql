-- AlterTable
ALTER TABLE "office_hours" ADD COLUMN     "announcedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "calendar_change" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "date" DATE NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "communeId" INTEGER NOT NULL,
    "byStaffId" UUID NOT NULL,

    CONSTRAINT "calendar_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "calendar_change_date_idx" ON "calendar_change"("date");
