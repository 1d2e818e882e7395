-- CreateIndex
CREATE INDEX "dossier_applicant_personalNumberHash_idx" ON "dossier_applicant"("personalNumberHash");
