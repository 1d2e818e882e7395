-- Extensions
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "CalendarKind" AS ENUM ('HOLIDAY', 'SWAP_OFF', 'SWAP_WORK');

-- CreateEnum
CREATE TYPE "LimitUnit" AS ENUM ('SAME_DAY', 'WORKING_DAY', 'DAY', 'HOUR');

-- CreateEnum
CREATE TYPE "OnlineLevel" AS ENUM ('FULL', 'PARTIAL', 'COUNTER');

-- CreateEnum
CREATE TYPE "Requirement" AS ENUM ('ALWAYS', 'IF_APPLICABLE', 'PRESENTED');

-- CreateEnum
CREATE TYPE "FeeKind" AS ENUM ('FEE', 'CHARGE');

-- CreateEnum
CREATE TYPE "FeePer" AS ENUM ('CASE', 'COPY', 'PAGE');

-- CreateEnum
CREATE TYPE "FeeChannel" AS ENUM ('ANY', 'ONLINE', 'COUNTER');

-- CreateEnum
CREATE TYPE "DepartmentKind" AS ENUM ('DESK', 'DEPARTMENT', 'LEADERSHIP', 'AGENCY');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('clerk', 'specialist', 'department_head', 'leader', 'centre_director', 'registrar', 'cashier', 'admin');

-- CreateEnum
CREATE TYPE "StaffStatus" AS ENUM ('ACTIVE', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('ONLINE', 'COUNTER', 'POSTAL', 'NATIONAL_PORTAL');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('submitted', 'received', 'in_department', 'in_hand', 'awaiting_approval', 'finished', 'returned');

-- CreateEnum
CREATE TYPE "HolderKind" AS ENUM ('desk', 'department', 'person', 'applicant', 'agency', 'nobody');

-- CreateEnum
CREATE TYPE "ReturnMethod" AS ENUM ('COUNTER', 'POST', 'ONLINE');

-- CreateEnum
CREATE TYPE "ComponentCheck" AS ENUM ('PENDING', 'ACCEPTED', 'NOT_NEEDED', 'INADEQUATE');

-- CreateEnum
CREATE TYPE "DocumentPurpose" AS ENUM ('COMPONENT', 'RESULT', 'PAPER');

-- CreateEnum
CREATE TYPE "PaperKind" AS ENUM ('RECEIPT', 'SUPPLEMENT', 'REFUSAL', 'APOLOGY', 'STOP', 'CONTROL', 'REGISTER');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('ONLINE', 'CASH', 'TRANSFER');

-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('PENDING', 'PAID', 'CANCELLED', 'REFUNDED');

-- CreateEnum
CREATE TYPE "NoticeStatus" AS ENUM ('QUEUED', 'SENT', 'FAILED');

-- CreateTable
CREATE TABLE "province" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "province_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ward" (
    "code" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "foldedName" TEXT NOT NULL,

    CONSTRAINT "ward_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ward_change" (
    "id" INTEGER NOT NULL,
    "oldWard" TEXT NOT NULL,
    "oldDistrict" TEXT NOT NULL,
    "oldProvince" TEXT NOT NULL,
    "wardCode" TEXT NOT NULL,

    CONSTRAINT "ward_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "date" DATE NOT NULL,
    "kind" "CalendarKind" NOT NULL,
    "name" TEXT NOT NULL,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "legalRef" TEXT,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "field" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "field_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "procedure" (
    "code" TEXT NOT NULL,
    "fieldCode" TEXT NOT NULL,
    "popular" INTEGER,

    CONSTRAINT "procedure_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "procedure_version" (
    "id" UUID NOT NULL,
    "procedureCode" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "limitValue" INTEGER NOT NULL,
    "limitUnit" "LimitUnit" NOT NULL,
    "limitNote" TEXT,
    "onlineLevel" "OnlineLevel" NOT NULL,
    "result" TEXT NOT NULL,
    "interAgency" BOOLEAN NOT NULL,
    "legalBasis" JSONB NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "bring" TEXT,
    "feeSentence" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,

    CONSTRAINT "procedure_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "procedure_component" (
    "versionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT,
    "question" TEXT,
    "requirement" "Requirement" NOT NULL,
    "originals" INTEGER NOT NULL,
    "copies" INTEGER NOT NULL,
    "formName" TEXT,

    CONSTRAINT "procedure_component_pkey" PRIMARY KEY ("versionId","position")
);

-- CreateTable
CREATE TABLE "fee_rule" (
    "versionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "FeeKind" NOT NULL,
    "amount" INTEGER NOT NULL,
    "per" "FeePer" NOT NULL,
    "channel" "FeeChannel" NOT NULL,
    "condition" TEXT,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "source" TEXT,
    "unverified" BOOLEAN NOT NULL,

    CONSTRAINT "fee_rule_pkey" PRIMARY KEY ("versionId","code","validFrom")
);

-- CreateTable
CREATE TABLE "form_version" (
    "id" UUID NOT NULL,
    "procedureCode" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "definition" JSONB NOT NULL,

    CONSTRAINT "form_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commune" (
    "id" INTEGER NOT NULL,
    "host" TEXT,
    "name" TEXT NOT NULL,
    "agencyCode" TEXT NOT NULL,
    "parentAgency" TEXT NOT NULL,
    "centreName" TEXT NOT NULL,
    "placeName" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "commune_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_hours" (
    "communeId" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "weekdays" INTEGER[],
    "morningOpens" INTEGER NOT NULL,
    "morningCloses" INTEGER NOT NULL,
    "afternoonOpens" INTEGER NOT NULL,
    "afternoonCloses" INTEGER NOT NULL,

    CONSTRAINT "office_hours_pkey" PRIMARY KEY ("communeId","validFrom")
);

-- CreateTable
CREATE TABLE "department" (
    "communeId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "DepartmentKind" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "department_pkey" PRIMARY KEY ("communeId","code")
);

-- CreateTable
CREATE TABLE "staff" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "userName" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "roles" "Role"[],
    "status" "StaffStatus" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateTable
CREATE TABLE "citizen" (
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "sub" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "birthDate" DATE,
    "personalNumber" TEXT NOT NULL,
    "personalNumberHash" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "provinceCode" TEXT,
    "wardCode" TEXT,
    "addressDetail" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "citizen_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_session" (
    "id" UUID NOT NULL,
    "communeId" INTEGER,
    "staffId" UUID,
    "citizenId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL,

    CONSTRAINT "login_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "communeId" INTEGER NOT NULL,
    "requestId" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "outcome" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_pkey" PRIMARY KEY ("communeId","requestId")
);

-- CreateTable
CREATE TABLE "chain_head" (
    "communeId" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "chain_head_pkey" PRIMARY KEY ("communeId")
);

-- CreateTable
CREATE TABLE "audit_line" (
    "communeId" INTEGER NOT NULL,
    "chainSeq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "outcome" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("communeId","chainSeq")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "bucket" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_book" (
    "communeId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_book_pkey" PRIMARY KEY ("communeId","kind","period")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "draft" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "citizenId" UUID NOT NULL,
    "procedureCode" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "formId" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateTable
CREATE TABLE "dossier" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "draftId" UUID,
    "procedureCode" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "fieldCode" TEXT NOT NULL,
    "competentAgencyCode" TEXT NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "channel" "Channel" NOT NULL,
    "returnMethod" "ReturnMethod" NOT NULL,
    "citizenId" UUID,
    "stage" "Stage" NOT NULL,
    "version" INTEGER NOT NULL,
    "holderKind" "HolderKind" NOT NULL,
    "holderDepartment" TEXT,
    "holderStaffId" UUID,
    "processorId" UUID,
    "nextDueAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3),
    "effectiveReceiptAt" TIMESTAMPTZ(3),
    "firstDueAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "appointmentAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "returnedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "registerYear" INTEGER,
    "registerNumber" INTEGER,
    "hasComponentFile" BOOLEAN NOT NULL DEFAULT false,
    "hasResultFile" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "dossier_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateTable
CREATE TABLE "dossier_applicant" (
    "communeId" INTEGER NOT NULL,
    "dossierId" UUID NOT NULL,
    "fullName" TEXT NOT NULL,
    "foldedName" TEXT NOT NULL,
    "personalNumber" TEXT NOT NULL,
    "personalNumberHash" TEXT NOT NULL,
    "birthDate" DATE,
    "phone" TEXT NOT NULL,
    "email" TEXT,
    "address" TEXT NOT NULL,
    "returnAddress" TEXT,
    "principal" JSONB,

    CONSTRAINT "dossier_applicant_pkey" PRIMARY KEY ("communeId","dossierId")
);

-- CreateTable
CREATE TABLE "dossier_answer" (
    "communeId" INTEGER NOT NULL,
    "dossierId" UUID NOT NULL,
    "formId" UUID NOT NULL,
    "values" JSONB NOT NULL,
    "request" TEXT NOT NULL,

    CONSTRAINT "dossier_answer_pkey" PRIMARY KEY ("communeId","dossierId")
);

-- CreateTable
CREATE TABLE "dossier_component" (
    "communeId" INTEGER NOT NULL,
    "dossierId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "applies" BOOLEAN,
    "check" "ComponentCheck" NOT NULL,
    "note" TEXT,
    "checkedBy" UUID,
    "checkedAt" TIMESTAMPTZ(3),

    CONSTRAINT "dossier_component_pkey" PRIMARY KEY ("communeId","dossierId","position")
);

-- CreateTable
CREATE TABLE "document" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "dossierId" UUID,
    "draftId" UUID,
    "purpose" "DocumentPurpose" NOT NULL,
    "position" INTEGER,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "pages" INTEGER,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateTable
CREATE TABLE "dossier_event" (
    "communeId" INTEGER NOT NULL,
    "dossierId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "chainSeq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "step" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "changes" JSONB NOT NULL,
    "contentHash" TEXT,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "dossier_event_pkey" PRIMARY KEY ("communeId","dossierId","seq")
);

-- CreateTable
CREATE TABLE "event_note" (
    "communeId" INTEGER NOT NULL,
    "dossierId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "event_note_pkey" PRIMARY KEY ("communeId","dossierId","seq")
);

-- CreateTable
CREATE TABLE "hand_over" (
    "communeId" INTEGER NOT NULL,
    "dossierId" UUID NOT NULL,
    "method" "ReturnMethod" NOT NULL,
    "receiverName" TEXT NOT NULL,
    "isApplicant" BOOLEAN NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byStaffId" UUID NOT NULL,

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("communeId","dossierId")
);

-- CreateTable
CREATE TABLE "fee_line" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "dossierId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "FeeKind" NOT NULL,
    "amount" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "paymentId" UUID,

    CONSTRAINT "fee_line_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateTable
CREATE TABLE "payment" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "dossierId" UUID NOT NULL,
    "method" "PaymentMethod" NOT NULL,
    "amount" INTEGER NOT NULL,
    "status" "PaymentStatus" NOT NULL,
    "reference" TEXT NOT NULL,
    "paidAt" TIMESTAMPTZ(3),
    "recordedBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateTable
CREATE TABLE "paper" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "dossierId" UUID NOT NULL,
    "kind" "PaperKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "templateVersion" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "issuedBy" UUID NOT NULL,
    "storageKey" TEXT,
    "sha256" TEXT,
    "size" INTEGER,

    CONSTRAINT "paper_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateTable
CREATE TABLE "notification" (
    "communeId" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "dossierId" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" "NoticeStatus" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("communeId","id")
);

-- CreateIndex
CREATE INDEX "ward_provinceCode_name_idx" ON "ward"("provinceCode", "name");

-- CreateIndex
CREATE INDEX "ward_change_wardCode_idx" ON "ward_change"("wardCode");

-- CreateIndex
CREATE INDEX "procedure_fieldCode_idx" ON "procedure"("fieldCode");

-- CreateIndex
CREATE UNIQUE INDEX "procedure_version_procedureCode_validFrom_key" ON "procedure_version"("procedureCode", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "form_version_procedureCode_number_key" ON "form_version"("procedureCode", "number");

-- CreateIndex
CREATE UNIQUE INDEX "commune_host_key" ON "commune"("host");

-- CreateIndex
CREATE UNIQUE INDEX "commune_agencyCode_key" ON "commune"("agencyCode");

-- CreateIndex
CREATE INDEX "staff_communeId_departmentCode_idx" ON "staff"("communeId", "departmentCode");

-- CreateIndex
CREATE UNIQUE INDEX "staff_communeId_userName_key" ON "staff"("communeId", "userName");

-- CreateIndex
CREATE INDEX "citizen_personalNumberHash_idx" ON "citizen"("personalNumberHash");

-- CreateIndex
CREATE UNIQUE INDEX "citizen_issuer_sub_key" ON "citizen"("issuer", "sub");

-- CreateIndex
CREATE INDEX "login_session_communeId_staffId_idx" ON "login_session"("communeId", "staffId");

-- CreateIndex
CREATE INDEX "login_session_citizenId_idx" ON "login_session"("citizenId");

-- CreateIndex
CREATE INDEX "request_communeId_at_idx" ON "request"("communeId", "at");

-- CreateIndex
CREATE INDEX "audit_line_communeId_subjectKind_subjectId_idx" ON "audit_line"("communeId", "subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "attempt_bucket_at_idx" ON "attempt"("bucket", "at");

-- CreateIndex
CREATE UNIQUE INDEX "draft_communeId_citizenId_procedureCode_key" ON "draft"("communeId", "citizenId", "procedureCode");

-- CreateIndex
CREATE INDEX "dossier_open_due" ON "dossier"("communeId", "nextDueAt", "id") WHERE ("closedAt" IS NULL);

-- CreateIndex
CREATE INDEX "dossier_open_person" ON "dossier"("communeId", "holderStaffId", "nextDueAt", "id") WHERE ("closedAt" IS NULL);

-- CreateIndex
CREATE INDEX "dossier_open_department" ON "dossier"("communeId", "holderDepartment", "stage", "nextDueAt", "id") WHERE ("closedAt" IS NULL);

-- CreateIndex
CREATE INDEX "dossier_communeId_effectiveReceiptAt_idx" ON "dossier"("communeId", "effectiveReceiptAt");

-- CreateIndex
CREATE INDEX "dossier_communeId_finishedAt_idx" ON "dossier"("communeId", "finishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_communeId_code_key" ON "dossier"("communeId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_communeId_draftId_key" ON "dossier"("communeId", "draftId");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_communeId_registerYear_fieldCode_registerNumber_key" ON "dossier"("communeId", "registerYear", "fieldCode", "registerNumber");

-- CreateIndex
CREATE INDEX "dossier_applicant_communeId_personalNumberHash_idx" ON "dossier_applicant"("communeId", "personalNumberHash");

-- CreateIndex
CREATE INDEX "dossier_applicant_communeId_phone_idx" ON "dossier_applicant"("communeId", "phone");

-- CreateIndex
CREATE INDEX "dossier_applicant_foldedName_idx" ON "dossier_applicant" USING GIN ("foldedName" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "document_storageKey_key" ON "document"("storageKey");

-- CreateIndex
CREATE INDEX "document_communeId_dossierId_idx" ON "document"("communeId", "dossierId");

-- CreateIndex
CREATE INDEX "document_communeId_draftId_idx" ON "document"("communeId", "draftId");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_event_communeId_chainSeq_key" ON "dossier_event"("communeId", "chainSeq");

-- CreateIndex
CREATE INDEX "fee_line_communeId_dossierId_idx" ON "fee_line"("communeId", "dossierId");

-- CreateIndex
CREATE INDEX "payment_communeId_dossierId_idx" ON "payment"("communeId", "dossierId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_communeId_reference_key" ON "payment"("communeId", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "paper_storageKey_key" ON "paper"("storageKey");

-- CreateIndex
CREATE INDEX "paper_communeId_dossierId_idx" ON "paper"("communeId", "dossierId");

-- CreateIndex
CREATE UNIQUE INDEX "paper_communeId_kind_year_number_key" ON "paper"("communeId", "kind", "year", "number");

-- CreateIndex
CREATE INDEX "notification_communeId_dossierId_idx" ON "notification"("communeId", "dossierId");

-- AddForeignKey
ALTER TABLE "ward" ADD CONSTRAINT "ward_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ward_change" ADD CONSTRAINT "ward_change_wardCode_fkey" FOREIGN KEY ("wardCode") REFERENCES "ward"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_fieldCode_fkey" FOREIGN KEY ("fieldCode") REFERENCES "field"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure_version" ADD CONSTRAINT "procedure_version_procedureCode_fkey" FOREIGN KEY ("procedureCode") REFERENCES "procedure"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure_component" ADD CONSTRAINT "procedure_component_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "procedure_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_rule" ADD CONSTRAINT "fee_rule_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "procedure_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_version" ADD CONSTRAINT "form_version_procedureCode_fkey" FOREIGN KEY ("procedureCode") REFERENCES "procedure"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_hours" ADD CONSTRAINT "office_hours_communeId_fkey" FOREIGN KEY ("communeId") REFERENCES "commune"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_communeId_fkey" FOREIGN KEY ("communeId") REFERENCES "commune"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_communeId_fkey" FOREIGN KEY ("communeId") REFERENCES "commune"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_communeId_departmentCode_fkey" FOREIGN KEY ("communeId", "departmentCode") REFERENCES "department"("communeId", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_session" ADD CONSTRAINT "login_session_communeId_staffId_fkey" FOREIGN KEY ("communeId", "staffId") REFERENCES "staff"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_session" ADD CONSTRAINT "login_session_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "citizen"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_communeId_fkey" FOREIGN KEY ("communeId") REFERENCES "commune"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "citizen"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_procedureCode_fkey" FOREIGN KEY ("procedureCode") REFERENCES "procedure"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "procedure_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_formId_fkey" FOREIGN KEY ("formId") REFERENCES "form_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_communeId_fkey" FOREIGN KEY ("communeId") REFERENCES "commune"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_communeId_departmentCode_fkey" FOREIGN KEY ("communeId", "departmentCode") REFERENCES "department"("communeId", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_fieldCode_fkey" FOREIGN KEY ("fieldCode") REFERENCES "field"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "procedure_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_applicant" ADD CONSTRAINT "dossier_applicant_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_answer" ADD CONSTRAINT "dossier_answer_formId_fkey" FOREIGN KEY ("formId") REFERENCES "form_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_answer" ADD CONSTRAINT "dossier_answer_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_component" ADD CONSTRAINT "dossier_component_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_communeId_draftId_fkey" FOREIGN KEY ("communeId", "draftId") REFERENCES "draft"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_event" ADD CONSTRAINT "dossier_event_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_note" ADD CONSTRAINT "event_note_communeId_dossierId_seq_fkey" FOREIGN KEY ("communeId", "dossierId", "seq") REFERENCES "dossier_event"("communeId", "dossierId", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_line" ADD CONSTRAINT "fee_line_communeId_paymentId_fkey" FOREIGN KEY ("communeId", "paymentId") REFERENCES "payment"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_line" ADD CONSTRAINT "fee_line_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_communeId_dossierId_fkey" FOREIGN KEY ("communeId", "dossierId") REFERENCES "dossier"("communeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is chained can be added to and never changed: not by a mistake of ours, and not without leaving the trigger off.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON dossier_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_line FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An open dossier has exactly one holder and one due time; a closed one has neither.
ALTER TABLE dossier ADD CONSTRAINT dossier_one_holder CHECK (
  ("closedAt" IS NOT NULL AND "holderKind" = 'nobody' AND "nextDueAt" IS NULL)
  OR ("closedAt" IS NULL AND "holderKind" <> 'nobody' AND "nextDueAt" IS NOT NULL)
);
ALTER TABLE dossier ADD CONSTRAINT dossier_person_is_named CHECK (("holderKind" = 'person') = ("holderStaffId" IS NOT NULL));
ALTER TABLE fee_line ADD CONSTRAINT fee_line_positive CHECK (amount >= 0 AND quantity > 0);
ALTER TABLE payment ADD CONSTRAINT payment_paid_at CHECK ((status = 'PAID') = ("paidAt" IS NOT NULL) OR status = 'REFUNDED');
ALTER TABLE document ADD CONSTRAINT document_belongs CHECK ("dossierId" IS NULL OR "draftId" IS NULL);
