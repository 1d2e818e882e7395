-- A paper's number is read as one of the office whose letterhead it bears. Those issued so far have theirs from the deciding commune's book.
-- AlterTable
ALTER TABLE "paper" ADD COLUMN     "bookCommuneId" INTEGER;
UPDATE "paper" SET "bookCommuneId" = "communeId";
ALTER TABLE "paper" ALTER COLUMN "bookCommuneId" SET NOT NULL;

-- DropIndex
DROP INDEX "paper_communeId_kind_year_number_key";

-- CreateIndex
CREATE UNIQUE INDEX "paper_bookCommuneId_kind_year_number_key" ON "paper"("bookCommuneId", "kind", "year", "number");
