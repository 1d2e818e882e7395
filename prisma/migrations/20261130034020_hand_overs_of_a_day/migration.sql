-- CreateIndex
CREATE INDEX "dossier_event_at_idx" ON "dossier_event" USING BRIN ("at");
