-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "passwordHash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "password_link" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "password_link_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateTable
CREATE TABLE "substitution" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "absentId" UUID NOT NULL,
    "substituteId" UUID NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "substitution_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateIndex
CREATE INDEX "password_link_communeId_staffId_idx" ON "password_link"("communeId", "staffId");

-- CreateIndex
CREATE INDEX "substitution_communeId_absentId_idx" ON "substitution"("communeId", "absentId");

-- CreateIndex
CREATE INDEX "substitution_communeId_substituteId_lastDay_idx" ON "substitution"("communeId", "substituteId", "lastDay");

-- AddForeignKey
ALTER TABLE "password_link" ADD CONSTRAINT "password_link_communeId_staffId_fkey" FOREIGN KEY ("communeId", "staffId") REFERENCES "staff"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "substitution" ADD CONSTRAINT "substitution_communeId_absentId_fkey" FOREIGN KEY ("communeId", "absentId") REFERENCES "staff"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "substitution" ADD CONSTRAINT "substitution_communeId_substituteId_fkey" FOREIGN KEY ("communeId", "substituteId") REFERENCES "staff"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
