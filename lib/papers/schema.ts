import { z } from 'zod'

// Facts of a paper as they are kept with it: plain values, no sentences. Read back from the database they are parsed again.

const Text = z.string()
const Instant = z.iso.datetime({ offset: true })
const Count = z.int().min(0).max(100_000)

const Party = z.object({
  name: Text,
  /** Personal or organisation number, in full: the receipt belongs to the person. Null where none is known. */
  identifier: Text.nullable(),
  address: Text,
  phone: Text,
  /** Null: has none. */
  email: Text.nullable(),
})

/** What stands above every paper of the one-stop shop. */
const Head = z.object({
  letterhead: z.object({
    /** "Ủy ban nhân dân xã Tân Hoà" */
    parentAgency: Text,
    /** "Trung tâm Phục vụ hành chính công" */
    unit: Text,
    /** "Tân Hoà", before the date. */
    place: Text,
  }),
  number: z.int().min(1),
  /** The number as the office wrote it that day; a paper from before this was kept has the usual one. */
  printed: Text.optional(),
  issuedAt: Instant,
  dossierCode: Text,
  /** "xã Tân Hoà" */
  centre: Text,
})
export type Head = z.infer<typeof Head>

/** What the papers that go to the applicant begin with. */
const Issued = Head.extend({
  applicant: Party.extend({ kind: z.enum(['person', 'organisation']) }),
  request: Text,
  procedureCode: Text,
})
export type Issued = z.infer<typeof Issued>

/** Who signs for the office. */
const Officer = z.object({
  name: Text,
  /** Null: signed by hand on the printed sheet. `digital` only where the file really carries a digital signature. */
  signature: z.object({ kind: z.enum(['digital', 'recorded']), agency: Text, at: Instant }).nullable(),
})

const Submitter = z.object({
  name: Text,
  /** How she confirmed the filing online; null: she signs by hand on the printed sheet. */
  confirmed: Text.nullable(),
})

const Lookup = z.object({
  /** Address behind the QR code; carries the dossier's code, never a second factor. */
  qr: z.url(),
  /** The page's address as a person types it. */
  page: Text,
  phone: Text,
})

/** Mẫu 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: all that is lacking, in one go, with the reason for each. */
export const SupplementFacts = Issued.extend({
  items: z.array(z.object({ name: Text, reason: Text })).min(1),
  /** Whom to ask while completing the dossier. */
  contact: z.object({ name: Text, phone: Text }),
  guide: Officer,
  lookup: Lookup,
})
export type SupplementFacts = z.infer<typeof SupplementFacts>

/** Mẫu 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ; for a dossier sent online with the time of sending and the number of papers. */
export const RefusalFacts = Issued.extend({
  submittedAt: Instant,
  /** Null at the counter, where all papers went back into the person's hand. */
  papers: Count.nullable(),
  reason: Text,
  submitter: Submitter,
  receiver: Officer,
  lookup: Lookup,
})
export type RefusalFacts = z.infer<typeof RefusalFacts>

/** Mẫu 05, Thông báo dừng giải quyết hồ sơ: what stops, why, and what goes back to the one who filed it. */
export const StopFacts = Issued.extend({
  procedureName: Text,
  receivedAt: Instant,
  /** When she asked to stop; null: the office stops. */
  askedAt: Instant.nullable(),
  reason: Text,
  /** Papers that the counter has kept and gives back. */
  returned: z.array(Text),
  /** Đồng that go back; null: nothing was paid, or it is not given back. */
  refund: Count.max(1_000_000_000).nullable(),
  contact: z.object({ name: Text, phone: Text }),
  signer: Officer,
  lookup: Lookup,
})
export type StopFacts = z.infer<typeof StopFacts>

/** Mẫu 04, Phiếu xin lỗi và đề nghị gia hạn: signed by the head of the agency that works on the dossier. */
export const ApologyFacts = Issued.extend({
  procedureName: Text,
  agency: Text,
  receivedAt: Instant,
  /** The appointment that is missed. */
  dueAt: Instant,
  reason: Text,
  newDueAt: Instant,
  signer: Officer,
  lookup: Lookup,
})
export type ApologyFacts = z.infer<typeof ApologyFacts>

/** Mẫu 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả. The fields in the order of the form. */
export const ReceiptFacts = Issued.extend({
  /** The side that authorised the filer; null: she files for herself. Its email is left out where nobody had asked for it: the line stays empty. */
  authorising: Party.extend({ paper: Text, email: Text.nullable().optional() }).nullable(),
  components: z.array(z.object({ name: Text, originals: Count, certified: Count, photocopies: Count, electronic: z.boolean() })),
  /** Papers that were shown at the counter and given back at once. */
  presented: z.array(Text).default([]),
  /** Papers that are only shown, and were not yet; a receipt from before this was kept has none. */
  toPresent: z.array(Text).default([]),
  /** Số lượng hồ sơ, in sets. */
  sets: z.int().min(1).max(99),
  limit: z.object({ value: z.int().min(1), unit: z.enum(['SAME_DAY', 'WORKING_DAY', 'DAY', 'HOUR']) }),
  receivedAt: Instant,
  dueAt: Instant,
  /** How the due date was counted, one sentence; null: nothing to explain. */
  dueBecause: Text.nullable(),
  fees: z.array(z.object({ name: Text, amount: Count.max(1_000_000_000), quantity: z.int().min(1) })),
  payment: z.enum(['paid_online', 'paid_cash', 'paid_transfer', 'due']),
  resultAt: Text,
  /** Cơ quan giải quyết, where another commune's counter has received; left out: an agency of the commune in the letterhead. */
  decidedBy: Text.optional(),
  /** How the result comes; a receipt from before this was kept has none, and says what it said then. */
  returnMethod: z.enum(['COUNTER', 'POST', 'ONLINE']).optional(),
  /**
   * Sổ theo dõi hồ sơ: volume ("01/2026-HT"), running number and to how many digits it is filled up, where the office has said so; `of`: "xã Thí Dụ",
   * whose book it is where that is not the centre's own.
   */
  book: z.object({ volume: Text, ordinal: z.int().min(1), digits: z.int().min(1).max(8).optional(), of: Text.optional() }),
  submitter: Submitter,
  receiver: Officer,
  lookup: Lookup,
})
export type ReceiptFacts = z.infer<typeof ReceiptFacts>

/** One hand-over of the dossier from a place to another. `officer`: who gave or received it there; null: nobody of that place is recorded. */
const ControlRow = z.object({
  from: z.object({ place: Text, officer: Text.nullable() }),
  /** `at`: when its officer took it up, where that was later than the giving. */
  to: z.object({
    place: Text,
    officer: Text.nullable(),
    at: Instant.nullable(),
    /** Nobody of that place has taken it; a paper from before this was kept has none, and says what it said then. */
    isOpen: z.literal(true).optional(),
  }),
  at: Instant,
  /** "Chuyển phòng" */
  act: Text,
  /** By when the giver's part was due; null: nothing is measured of this one, as of an applicant. */
  dueAt: Instant.nullable(),
  /** Null: not measured, or taken from the giver before the part was due. */
  result: z.enum(['early', 'on_time', 'late']).nullable(),
  /** Office minutes after `dueAt`. */
  lateMinutes: z.int().min(0),
  /** What the hand-over does to the legal clock, and the due time from then on where it moved. */
  clock: z.enum(['stops', 'goes_on']).nullable(),
  newDueAt: Instant.nullable(),
})

/** Mẫu 06, Phiếu kiểm soát quá trình giải quyết hồ sơ: from receipt to end, hand-over by hand-over. It names no applicant. */
export const ControlFacts = Head.extend({
  /** Cơ quan giải quyết, cơ quan phối hợp. */
  agency: Text,
  helpers: z.array(Text),
  receivedAt: Instant,
  firstDueAt: Instant,
  dueAt: Instant,
  /** What the person was told last: later than `dueAt` after an apology. */
  appointmentAt: Instant,
  rows: z.array(ControlRow),
  /** Null: it is still under way. */
  ended: z.object({ act: Text, at: Instant }).nullable(),
  lookup: Lookup,
})
export type ControlFacts = z.infer<typeof ControlFacts>

/** The facts of any paper that can be issued. */
export type IssuedFacts = ReceiptFacts | SupplementFacts | RefusalFacts | StopFacts | ApologyFacts | ControlFacts
