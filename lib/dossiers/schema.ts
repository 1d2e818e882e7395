import { z } from 'zod'
import { StoredFile } from '@/lib/documents/schema'
import { Int4 } from '@/lib/platform/int4'
import { DOSSIER_CODE } from './rules'

const REASON_LIMIT = 2_000

const CODE_SHAPE = 'Mã hồ sơ có dạng H61.123-261123-0001, ghi trên Giấy tiếp nhận'

/** A dossier's code as typed, scanned or pasted: blanks, small letters and the long dashes of word processors are forgiven. */
export const DossierCode = z
  .string(CODE_SHAPE)
  .transform((text) =>
    text
      .replace(/\s+/g, '')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .toUpperCase(),
  )
  .pipe(z.string().min(1, 'Nhập mã hồ sơ, ghi trên Giấy tiếp nhận').regex(DOSSIER_CODE, CODE_SHAPE))

/** The version of the dossier that the page showed. */
export const Version = Int4

const Reason = z.string().max(REASON_LIMIT, `Lý do dài quá ${REASON_LIMIT} chữ. Viết gọn lại`).default('')

export const PerformStep = z.object({
  code: DossierCode,
  version: Version,
  step: z.enum(['forward', 'take', 'propose', 'recall', 'approve', 'send_back', 'give_back']),
  reason: Reason,
})

export const PASS_ON_STEPS = ['assign', 'pass_on', 'pass_to_department'] as const

/** Who is to work on it: an officer of the department, or, where another department takes it over, that one. */
export const PassOn = z.object({
  code: DossierCode,
  version: Version,
  step: z.enum(PASS_ON_STEPS),
  to: z.string('Chọn người hoặc phòng nhận hồ sơ').min(1, 'Chọn người hoặc phòng nhận hồ sơ').max(60),
  reason: Reason,
})

/** One component's check at the counter: `INADEQUATE` needs a note that says what is wrong. */
const ComponentChecks = z.array(
  z.object({
    position: Int4,
    check: z.enum(['PENDING', 'ACCEPTED', 'NOT_NEEDED', 'INADEQUATE', 'NOT_PRESENTED']),
    note: z.string().max(REASON_LIMIT).default(''),
  }),
)

export const ReceiveDossier = z.object({
  code: DossierCode,
  version: Version,
  checks: ComponentChecks,
  /** Codes of the conditional fees that apply. */
  fees: z.array(z.string().max(100)).default([]),
})

/** The check so far, kept although the dossier is not received yet. */
export const KeepChecks = z.object({ code: DossierCode, version: Version, checks: ComponentChecks })

/** One component that is asked for again: a reason of the office's list, words of one's own, or both. Position 0: what was declared. */
export const AskForMore = z.object({
  code: DossierCode,
  version: Version,
  items: z.array(z.object({ position: z.coerce.number().int().min(0), reasonCode: z.string().max(60).default(''), text: Reason })).max(100),
})

/** An answer in the making: what was written, the files that arrived, the one to take away. */
export const KeepSupplementAnswer = z.object({
  code: DossierCode,
  answers: z.record(z.string().regex(/^\d{1,4}$/), z.string().max(REASON_LIMIT)),
  files: z.array(StoredFile.extend({ position: z.number().int().min(1) })),
  remove: z.uuid().nullable(),
})

export const AnswerSupplement = z.object({ code: DossierCode, version: Version })

export const RefuseDossier = z.object({ code: DossierCode, version: Version, reason: Reason })

export const WithdrawDossier = z.object({ code: DossierCode, version: Version, reason: Reason })

export const HandOverResult = z
  .object({
    code: DossierCode,
    version: Version,
    method: z.enum(['COUNTER', 'POST', 'ONLINE'], 'Chọn cách trả kết quả'),
    /** Asked only at the counter: nobody receives what is posted or downloaded. */
    isApplicant: z.enum(['yes', 'no'], 'Chọn ai nhận kết quả').optional(),
    receiverName: z.string().max(120, 'Họ tên dài quá 120 chữ').default(''),
    trackingNumber: z.string().max(40, 'Mã bưu gửi dài quá 40 chữ').default(''),
    /** Positions of the papers that were shown only now. */
    presented: z.array(Int4).default([]),
    note: z.string().max(500, 'Ghi chú dài quá 500 chữ').default(''),
  })
  .refine(({ method, isApplicant }) => method !== 'COUNTER' || isApplicant !== undefined, {
    path: ['isApplicant'],
    message: 'Chọn ai nhận kết quả',
  })
  .refine(({ method, isApplicant, receiverName }) => method !== 'COUNTER' || isApplicant !== 'no' || receiverName.length > 1, {
    path: ['receiverName'],
    message: 'Nhập họ và tên người nhận như trên giấy tờ tùy thân',
  })

export const AttachResult = z.object({ code: DossierCode, version: Version, file: StoredFile })

const FACTOR = 'Nhập đủ 4 chữ số cuối của số điện thoại hoặc số định danh'

export const LookUp = z.object({
  code: DossierCode,
  factor: z
    .string(FACTOR)
    .transform((text) => text.replace(/\D/g, ''))
    .pipe(z.string().regex(/^\d{4}$/, FACTOR)),
})
