-- AlterTable
ALTER TABLE "dossier" ADD COLUMN     "receivingCommuneId" INTEGER;

-- AlterTable
ALTER TABLE "dossier_event" ADD COLUMN     "actorCommuneId" INTEGER;

-- CreateIndex
CREATE INDEX "dossier_received_for_others" ON "dossier"("receivingCommuneId", "code") WHERE ("receivingCommuneId" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_receivingCommuneId_fkey" FOREIGN KEY ("receivingCommuneId") REFERENCES "commune"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A commune's own counter is said by nothing, so that there is one way to say it.
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_received_elsewhere" CHECK ("receivingCommuneId" <> "communeId");
