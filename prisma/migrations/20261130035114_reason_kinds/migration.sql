-- CreateEnum
CREATE TYPE "ReasonKind" AS ENUM ('SUPPLEMENT', 'REFUSAL', 'STOP', 'EXTENSION', 'RETURN');

-- AlterTable
ALTER TABLE "supplement_reason" ADD COLUMN     "kind" "ReasonKind" NOT NULL DEFAULT 'SUPPLEMENT';
