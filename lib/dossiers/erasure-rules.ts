import type { Prisma } from '@/prisma/generated/client'

/**
 * What becomes of a table's rows when a person's data is erased. `deleted`: the rows go. `cleared`: the rows stay and the columns named go. `kept`:
 * nothing of it says who somebody is, or a law asks for it. `not_theirs`: no row is about a citizen.
 */
export type Fate =
  | { does: 'deleted' }
  | { does: 'cleared'; columns: readonly string[] }
  | { does: 'kept'; because: string; unverified?: true }
  | { does: 'not_theirs' }

const notTheirs: Fate = { does: 'not_theirs' }
const deleted: Fate = { does: 'deleted' }

/**
 * THE table of what is erased (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15) and what stays: codes, events, days and sums, by which the office's work
 * is still proven and counted. How long the papers of a procedure must be kept whole (Luật Lưu trữ 33/2024/QH15 and the retention tables under it)
 * is unverified, so nothing is erased by itself: an administrator decides each time. A table without a row here does not compile.
 */
export const ERASURE: Record<Prisma.ModelName, Fate> = {
  Citizen: deleted,
  LoginSession: deleted,
  Draft: deleted,
  Intake: deleted,
  DossierApplicant: deleted,
  DossierAnswer: deleted,
  Document: deleted,
  Notification: deleted,
  EventNote: deleted,
  Request: deleted,
  Dossier: { does: 'cleared', columns: ['citizenId'] },
  DossierComponent: { does: 'cleared', columns: ['note'] },
  HandOver: { does: 'cleared', columns: ['receiverName', 'trackingNumber', 'note'] },
  SupplementItem: { does: 'cleared', columns: ['reason', 'answer'] },
  AgencyLeg: { does: 'cleared', columns: ['request', 'answer'] },
  Consultation: { does: 'cleared', columns: ['question', 'answer'] },
  Extension: { does: 'cleared', columns: ['reason'] },
  Warning: { does: 'kept', because: 'Ids and instants: what the watchdog said, and of which due time' },
  SupplementRequest: { does: 'kept', because: 'Days and ids: how often and when more was asked for (index 2.1)' },
  Paper: { does: 'cleared', columns: ['facts', 'storageKey', 'sha256', 'size'] },
  DossierEvent: { does: 'kept', because: 'Chained: codes, ids, instants and salted hashes only' },
  AuditLine: { does: 'kept', because: 'Chained: who opened what, in ids only' },
  ChainHead: { does: 'kept', because: 'A number and a hash' },
  FeeLine: { does: 'kept', because: 'Luật Kế toán 88/2015/QH13: what was due', unverified: true },
  Payment: { does: 'kept', because: 'Luật Kế toán 88/2015/QH13: what was paid, under our own reference', unverified: true },
  NumberBook: { does: 'kept', because: 'Sổ theo dõi hồ sơ: numbers without gaps (Luật Lưu trữ 33/2024/QH15)', unverified: true },
  RegisterImport: { does: 'kept', because: 'Counts and a hash; the file itself is gone once it was taken in, or after two days' },
  RegisterFault: { does: 'kept', because: 'Places in a file, with days, codes and sums at most; gone with their file' },
  Attempt: { does: 'kept', because: 'Keyed names, gone within a day' },
  UploadDay: { does: 'kept', because: 'An id and a sum of bytes, gone within two days' },
  Province: notTheirs,
  Ward: notTheirs,
  WardChange: notTheirs,
  CalendarChange: notTheirs,
  CalendarDay: notTheirs,
  Field: notTheirs,
  Procedure: notTheirs,
  ProcedureVersion: notTheirs,
  ProcedureComponent: notTheirs,
  FeeRule: notTheirs,
  ProcedureStep: notTheirs,
  ProcedureDraft: notTheirs,
  ProcedureChange: notTheirs,
  FormVersion: notTheirs,
  Commune: notTheirs,
  OfficeHours: notTheirs,
  Department: notTheirs,
  Staff: notTheirs,
  PasswordLink: notTheirs,
  Substitution: notTheirs,
  WorkerHeartbeat: notTheirs,
  ListedReason: notTheirs,
  BookFormat: notTheirs,
  OfficeChange: notTheirs,
}
