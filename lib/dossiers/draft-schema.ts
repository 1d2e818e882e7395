import { z } from 'zod'
import { StoredFile } from '@/lib/documents/schema'
import { ProcedureCode } from '@/lib/procedures/schema'

// What a citizen has begun and not sent. Everything is kept as it was typed, right or wrong, so that nobody types it twice;
// `draft-rules.ts` judges it.

/** The longest answer that a form takes, with room to see that it is too long. */
const LONGEST_ANSWER = 10_000
const MOST_FIELDS = 400

/** What a browser posts of a form: texts under the names of its boxes. */
const TypedFields = z
  .record(z.string().max(120), z.string().max(LONGEST_ANSWER))
  .refine((fields) => Object.keys(fields).length <= MOST_FIELDS)

/** A component's place in the procedure's list, as a key. */
const Position = z.string().regex(/^[1-9]\d{0,3}$/)

const typedText = z.string().default('')

/** The boxes of the authorising side; what is not among them is dropped. */
export const TypedPrincipal = z.object({
  fullName: typedText,
  personalNumber: typedText,
  address: typedText,
  phone: typedText,
  email: typedText,
  document: typedText,
})

/** The boxes of phone, mail and address. */
export const TypedContact = z.object({
  phone: typedText,
  email: typedText,
  provinceCode: typedText,
  wardCode: typedText,
  addressDetail: typedText,
})

export const DraftData = z.object({
  /** Answers under the names of the e-form's boxes; null: the page was never saved, so the form starts prefilled. */
  typed: TypedFields.nullable().default(null),
  /** Yes or no to each component that is needed only if it applies. */
  applies: z.record(Position, z.boolean()).default({}),
  filedBy: z.enum(['self', 'other']).nullable().default(null),
  /** The authorising side where the citizen files for someone else. */
  principal: TypedPrincipal.nullable().default(null),
  /** Phone, mail and address while they are being typed; null once the account has them. */
  contact: TypedContact.nullable().default(null),
  returnMethod: z.enum(['COUNTER', 'POST', 'ONLINE']).nullable().default(null),
  returnAddress: typedText,
  applicantConfirmed: z.boolean().default(false),
  /** What was wrong with the files of the last sending, by position: shown once, after the redirect. */
  refusedFiles: z.record(Position, z.string()).default({}),
})

export type DraftData = z.output<typeof DraftData>

export const EMPTY_DRAFT: DraftData = DraftData.parse({})

/** The mark of what the page showed when it was drawn (`markOf`); left out by what was not drawn from a page. */
const Seen = z.string().max(64).optional()

export const StartDraft = z.object({ procedure: ProcedureCode })

export const OfDraft = z.object({ draftId: z.uuid() })

/** `later` keeps what was typed, complete or not; `next` refuses it with a sentence for each box that needs another answer. */
export const SaveDraftPart = z.object({
  draftId: z.uuid(),
  part: z.enum(['applicant', 'content', 'return']),
  then: z.enum(['next', 'later']),
  fields: TypedFields,
  seen: Seen,
})

/** One sending of the page with the papers: answers, files that already lie in the storage, and files to take away. */
export const SaveDraftPapers = z.object({
  draftId: z.uuid(),
  applies: z.record(Position, z.enum(['yes', 'no'])),
  files: z.array(StoredFile.extend({ position: z.int().min(1).max(9_999) })).max(40),
  refused: z.record(Position, z.string().max(1_000)),
  remove: z.uuid().nullable(),
})

export const DECLARE = 'Đọc lời cam đoan rồi đánh dấu vào ô trước khi gửi'

export const FileDossier = z.object({ draftId: z.uuid(), declared: z.literal('yes', DECLARE), seen: Seen })
