-- CreateTable
CREATE TABLE "upload_day" (
    "account" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "upload_day_pkey" PRIMARY KEY ("account","day")
);
