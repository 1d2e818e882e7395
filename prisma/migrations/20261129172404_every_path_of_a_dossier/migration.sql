-- CreateEnum
CREATE TYPE "StepKind" AS ENUM ('INTAKE', 'REVIEW', 'DRAFT', 'CONSULT', 'AGENCY', 'SIGN', 'ISSUE');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('GRANTED', 'DECLINED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Stage" ADD VALUE 'with_agency';
ALTER TYPE "Stage" ADD VALUE 'awaiting_issue';
ALTER TYPE "Stage" ADD VALUE 'awaiting_payment';
ALTER TYPE "Stage" ADD VALUE 'withdrawal_asked';
ALTER TYPE "Stage" ADD VALUE 'stopped';

-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "extendedAt" TIMESTAMPTZ(3),
ADD COLUMN     "outcome" "Outcome",
ADD COLUMN     "resultNumber" TEXT,
ADD COLUMN     "stageBefore" "Stage",
ADD COLUMN     "stepDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "withAgency" TEXT;

-- CreateTable
CREATE TABLE "procedure_step" (
    "versionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "StepKind" NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role",
    "departmentCode" TEXT,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "procedure_step_pkey" PRIMARY KEY ("versionId","position")
);

-- CreateTable
CREATE TABLE "agency_leg" (
    "communeId" INTEGER NOT NULL,
    "dossierId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "agencyCode" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "handedAt" TIMESTAMPTZ(3) NOT NULL,
    "handedBy" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "returnedAt" TIMESTAMPTZ(3),
    "returnedBy" UUID,
    "answer" TEXT,

    CONSTRAINT "agency_leg_pkey" PRIMARY KEY ("communeId","dossierId","number")
);

-- CreateTable
CREATE TABLE "consultation" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "dossierId" UUID NOT NULL,
    "askedOf" UUID NOT NULL,
    "askedBy" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateTable
CREATE TABLE "extension" (
    "communeId" INTEGER NOT NULL,
    "dossierId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "newDueAt" TIMESTAMPTZ(3) NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "draftedBy" UUID,
    "issuedAt" TIMESTAMPTZ(3),
    "issuedBy" UUID,
    "paperId" UUID,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("communeId","dossierId")
);

-- CreateTable
CREATE TABLE "warning" (
    "communeId" INTEGER NOT NULL,
    "dossierId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staffId" UUID,
    "department" TEXT,
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "warning_pkey" PRIMARY KEY ("communeId","dossierId","kind","dueAt")
);

-- CreateIndex
CREATE INDEX "agency_leg_open" ON "agency_leg"("communeId", "agencyCode", "dueAt") WHERE ("returnedAt" IS NULL);

-- CreateIndex
CREATE INDEX "consultation_communeId_dossierId_idx" ON "consultation"("communeId", "dossierId");

-- CreateIndex
CREATE INDEX "consultation_open" ON "consultation"("communeId", "askedOf", "dueAt") WHERE ("answeredAt" IS NULL);

-- CreateIndex
CREATE INDEX "extension_to_issue" ON "extension"("communeId", "draftedAt") WHERE ("issuedAt" IS NULL);

-- CreateIndex
CREATE INDEX "warning_unseen" ON "warning"("communeId", "staffId", "at") WHERE ("seenAt" IS NULL);

-- CreateIndex
CREATE INDEX "dossier_open_step" ON "dossier"("communeId", "stepDueAt", "id") WHERE ("closedAt" IS NULL AND "stepDueAt" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "procedure_step" ADD CONSTRAINT "procedure_step_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "procedure_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_leg" ADD CONSTRAINT "agency_leg_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning" ADD CONSTRAINT "warning_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_communeId_withAgency_fkey" FOREIGN KEY ("communeId", "withAgency") REFERENCES "department"("communeId", "code") ON DELETE RESTRICT ON UPDATE CASCADE;
