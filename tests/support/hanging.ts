// What hangs, told by the database alone: rules of the portal are not asked.
import type { PrismaClient } from '@/prisma/generated/client'

/** Every open dossier without one holder who is there, one time, or anybody of the role that it waits for, with what is wrong. */
export const whatHangs = (db: PrismaClient) => db.$queryRaw<{ code: string; why: string }[]>`
  WITH told AS (
    SELECT d.code, CASE
      WHEN d."nextDueAt" IS NULL THEN 'no time'
      WHEN d."holderKind" = 'nobody' THEN 'no holder'
      WHEN d."holderKind" = 'person' AND (s.id IS NULL OR s.status <> 'ACTIVE') THEN 'held by nobody at work'
      WHEN d."holderKind" = 'person' AND s."departmentCode" <> d."holderDepartment" THEN 'held across departments'
      WHEN d."holderKind" IN ('desk', 'department', 'agency') AND (d."holderStaffId" IS NOT NULL OR h.code IS NULL) THEN 'not one holder'
      WHEN d."holderKind" = 'applicant' AND (d."holderDepartment" IS NOT NULL OR d."holderStaffId" IS NOT NULL) THEN 'not one holder'
      WHEN d.stage IN ('in_department', 'awaiting_approval') AND NOT EXISTS (
        SELECT 1 FROM staff o WHERE o."communeId" = d."communeId" AND o."departmentCode" = d."holderDepartment" AND o.status = 'ACTIVE') THEN 'nobody there'
      WHEN d."holderKind" = 'department' AND (d.stage = 'awaiting_issue' OR d.stage = 'in_department') AND NOT EXISTS (
        SELECT 1 FROM staff o WHERE o."communeId" = d."communeId" AND o.status = 'ACTIVE'
          AND CASE d.stage WHEN 'awaiting_issue' THEN 'registrar' = ANY(o.roles) ELSE 'specialist' = ANY(o.roles) AND o."departmentCode" = d."holderDepartment" END)
        THEN 'waits for a role that nobody has'
      WHEN (d.stage IN ('awaiting_supplement', 'awaiting_payment', 'withdrawal_asked')) <> (d."pausedAt" IS NOT NULL) AND d."receivedAt" IS NOT NULL
        THEN 'the clock'
    END AS why
    FROM dossier d
    LEFT JOIN staff s ON s."communeId" = d."communeId" AND s.id = d."holderStaffId"
    LEFT JOIN department h ON h."communeId" = d."communeId" AND h.code = d."holderDepartment"
    WHERE d."closedAt" IS NULL)
  SELECT code, why FROM told WHERE why IS NOT NULL`
