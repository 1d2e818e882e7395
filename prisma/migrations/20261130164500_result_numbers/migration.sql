-- CreateIndex
CREATE INDEX "dossier_result_number" ON "dossier"("communeId", "resultNumber") WHERE ("resultNumber" IS NOT NULL);
