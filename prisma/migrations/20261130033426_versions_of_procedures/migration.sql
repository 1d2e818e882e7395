-- CreateEnum
CREATE TYPE "VersionAct" AS ENUM ('PUBLISHED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "procedure_draft" (
    "procedureCode" TEXT NOT NULL,
    "baseId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "communeId" INTEGER NOT NULL,
    "byStaffId" UUID NOT NULL,

    CONSTRAINT "procedure_draft_pkey" PRIMARY KEY ("procedureCode")
);

-- CreateTable
CREATE TABLE "procedure_change" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "procedureCode" TEXT NOT NULL,
    "act" "VersionAct" NOT NULL,
    "versionId" UUID NOT NULL,
    "validFrom" DATE NOT NULL,
    "closedBefore" DATE,
    "formId" UUID,
    "differences" JSONB NOT NULL,
    "communeId" INTEGER NOT NULL,
    "byStaffId" UUID NOT NULL,

    CONSTRAINT "procedure_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "procedure_change_procedureCode_at_idx" ON "procedure_change"("procedureCode", "at");

-- AddForeignKey
ALTER TABLE "procedure_draft" ADD CONSTRAINT "procedure_draft_procedureCode_fkey" FOREIGN KEY ("procedureCode") REFERENCES "procedure"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure_change" ADD CONSTRAINT "procedure_change_procedureCode_fkey" FOREIGN KEY ("procedureCode") REFERENCES "procedure"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
