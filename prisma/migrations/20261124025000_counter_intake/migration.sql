-- AlterTable
ALTER TABLE "document" ADD COLUMN     "intakeId" UUID;

-- AlterTable
ALTER TABLE "dossier_component" ADD COLUMN     "certified" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "copies" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "originals" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "shown" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "intake" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "procedureCode" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "formId" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateIndex
CREATE INDEX "intake_communeId_staffId_updatedAt_idx" ON "intake"("communeId", "staffId", "updatedAt");

-- CreateIndex
CREATE INDEX "citizen_phone_idx" ON "citizen"("phone");

-- CreateIndex
CREATE INDEX "document_communeId_intakeId_idx" ON "document"("communeId", "intakeId");

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_communeId_fkey" FOREIGN KEY ("communeId") REFERENCES "commune"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_communeId_staffId_fkey" FOREIGN KEY ("communeId", "staffId") REFERENCES "staff"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "procedure_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_formId_fkey" FOREIGN KEY ("formId") REFERENCES "form_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_communeId_intakeId_fkey" FOREIGN KEY ("communeId", "intakeId") REFERENCES "intake"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
