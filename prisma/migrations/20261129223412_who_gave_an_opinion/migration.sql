-- AlterTable
ALTER TABLE "consultation" ADD COLUMN     "answeredBy" UUID,
ADD COLUMN     "takenBackAt" TIMESTAMPTZ(3);
