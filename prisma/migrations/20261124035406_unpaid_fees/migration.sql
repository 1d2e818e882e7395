-- CreateIndex
CREATE INDEX "fee_line_unpaid" ON "fee_line"("communeId", "createdAt", "id") WHERE ("paymentId" IS NULL);
