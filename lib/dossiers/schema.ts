import { z } from 'zod'
import { StoredFile } from '@/lib/documents/schema'
import { DayText } from '@/lib/platform/day-text'
import { Int4 } from '@/lib/platform/int4'
import type { Step } from './move-rules'
import { DOSSIER_CODE } from './rules'

const REASON_LIMIT = 2_000

const CODE_SHAPE = 'Mã hồ sơ có dạng H61.123-261123-0001, ghi trên Giấy tiếp nhận'

/** `h61.123 261127 0027`, `H61 123-261127.0027`: whatever stands between the groups, they are the agency's numbers, the day and the number. */
function grouped(typed: string): string {
  const parts = typed.match(/[A-Z0-9]+/g) ?? []
  return parts.length < 4 ? typed : [parts.slice(0, -2).join('.'), ...parts.slice(-2)].join('-')
}

/**
 * A dossier's code as typed, read aloud, scanned or pasted: blanks, dots or dashes between its groups, small letters and the long dashes of word
 * processors are forgiven.
 */
export const DossierCode = z
  .string(CODE_SHAPE)
  .transform((text) => {
    const typed = text.replace(/[\u2010-\u2015\u2212]/g, '-').toUpperCase()
    const whole = typed.replace(/\s+/g, '')
    return DOSSIER_CODE.test(whole) || !DOSSIER_CODE.test(grouped(typed)) ? whole : grouped(typed)
  })
  .pipe(z.string().min(1, 'Nhập mã hồ sơ, ghi trên Giấy tiếp nhận').regex(DOSSIER_CODE, CODE_SHAPE))

/** The version of the dossier that the page showed. */
export const Version = Int4

export const Reason = z.string().max(REASON_LIMIT, `Lý do dài quá ${REASON_LIMIT} chữ. Viết gọn lại`).default('')

/** A reason without which the page is not complete: asked for together with whatever else is missing on it. */
const needed = (sentence: string) =>
  z.string(sentence).trim().min(1, sentence).max(REASON_LIMIT, `Dài quá ${REASON_LIMIT} chữ. Viết gọn lại`)

/** The steps that one page confirms, with no more than a reason. */
const CONFIRMED_STEPS = [
  'forward',
  'recall_forward',
  'return_to_desk',
  'take',
  'give_back',
  'propose',
  'recall',
  'approve',
  'send_back',
  'issue',
  'return_to_signer',
  'recall_payment',
  'reopen',
  'ask_to_withdraw',
  'keep_going',
] as const satisfies readonly Step[]
export type ConfirmedStep = (typeof CONFIRMED_STEPS)[number]

export const PerformStep = z.object({
  code: DossierCode,
  version: Version,
  step: z.enum(CONFIRMED_STEPS),
  reason: Reason,
  /** What a proposed result says; asked where one is proposed. */
  outcome: z.enum(['GRANTED', 'DECLINED'], 'Chọn kết quả giải quyết').optional(),
  /** Number and symbol of the issued result; asked of the registrar. */
  resultNumber: z
    .string()
    .trim()
    .transform((written) => written.replaceAll(/\s*([/-])\s*/g, '$1').replaceAll(/\s+/g, ' '))
    .pipe(z.string().max(60, 'Số, ký hiệu dài quá 60 chữ'))
    .default(''),
})

export const PASS_ON_STEPS = ['assign', 'pass_on', 'pass_to_department'] as const

/** Who is to work on it: an officer of the department, or, where another department takes it over, that one. */
export const PassOn = z.object({
  code: DossierCode,
  version: Version,
  step: z.enum(PASS_ON_STEPS),
  to: z.string().max(60).default(''),
  reason: Reason,
})

const TypedCount = z.string().max(10).default('')

/** One component's check at the counter: `INADEQUATE` needs a note that says what is wrong. */
const ComponentChecks = z.array(
  z.object({
    position: Int4,
    check: z.enum(['PENDING', 'ACCEPTED', 'NOT_NEEDED', 'INADEQUATE', 'NOT_PRESENTED']),
    note: z.string().max(REASON_LIMIT).default(''),
    /** Sheets that the counter keeps, as typed; left out: the page did not ask. */
    sheets: z.object({ originals: TypedCount, certified: TypedCount, copies: TypedCount, shown: z.boolean() }).optional(),
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

/** Asked once while it is worked on; `ask_again`, the second time, is the leader's to answer for. */
const ASK_STEPS = ['ask_for_more', 'ask_again'] as const

/** The components that are asked for again: a reason of the office's list, words of one's own, or both. Position 0: what was declared. */
export const AskedItems = z
  .array(z.object({ position: z.coerce.number().int().min(0), reasonCode: z.string().max(60).default(''), text: Reason }))
  .max(100)

export const AskForMore = z.object({
  code: DossierCode,
  version: Version,
  step: z.enum(ASK_STEPS).default('ask_for_more'),
  items: AskedItems,
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

/** `refund`: what was paid goes back. */
export const StopDossier = z.object({
  code: DossierCode,
  version: Version,
  step: z.enum(['stop', 'confirm_withdrawal']),
  reason: Reason,
  refund: z.boolean(),
})

/** `papersHere`: whoever takes it up again has looked that the papers which the counter kept are still there. */
export const TakeUpAgain = z.object({
  code: DossierCode,
  version: Version,
  reason: needed('Ghi lý do mở lại; người nộp đọc được'),
  papersHere: z.boolean(),
})

/** What an apology says: why it comes late, and the new day. */
const Apology = z.object({
  code: DossierCode,
  version: Version,
  reason: needed('Ghi lý do chậm; người nộp đọc được trên Phiếu xin lỗi'),
  newDay: DayText('Nhập ngày hẹn mới, ví dụ 31/12/2026'),
})
export const ExtendDossier = Apology
export const DraftApology = Apology

/** `to`: the agency's code; `days`: working days it is given. */
export const AskAgency = z.object({
  code: DossierCode,
  version: Version,
  to: z.string('Chọn cơ quan').min(1, 'Chọn cơ quan').max(60),
  reason: needed('Ghi việc cần cơ quan đó làm'),
  days: z.coerce
    .number('Nhập số ngày làm việc')
    .int('Nhập số ngày làm việc')
    .min(1, 'Ít nhất 1 ngày làm việc')
    .max(60, 'Nhiều nhất 60 ngày'),
})

/** `of`: the officers' ids; `days`: working days they are given. */
export const AskOpinion = z.object({
  code: DossierCode,
  of: z.array(z.uuid('Chọn lại trong danh sách')).min(1, 'Chọn ít nhất một người').max(10, 'Hỏi nhiều nhất 10 người một lần'),
  days: z.coerce
    .number('Nhập số ngày làm việc, từ 1 đến 10')
    .int('Nhập số ngày làm việc, từ 1 đến 10')
    .min(1, 'Ít nhất 1 ngày làm việc')
    .max(10, 'Nhiều nhất 10 ngày làm việc'),
  question: z.string().trim().min(1, 'Ghi điều cần hỏi').max(REASON_LIMIT, `Câu hỏi dài quá ${REASON_LIMIT} chữ. Viết gọn lại`),
})

const OfQuestion = z.object({ code: DossierCode, id: z.uuid() })
export const TakeBackQuestion = OfQuestion
export const GiveOpinion = OfQuestion.extend({
  answer: z.string().trim().min(1, 'Ghi ý kiến').max(REASON_LIMIT, `Ý kiến dài quá ${REASON_LIMIT} chữ. Viết gọn lại`),
})

export const AnswerForAgency = z.object({
  code: DossierCode,
  version: Version,
  reason: needed('Ghi nội dung trả lời của cơ quan đó'),
})

/** `amount` in đồng; dots between thousands are forgiven. */
export const AskForPayment = z.object({
  code: DossierCode,
  version: Version,
  name: z.string().trim().min(3, 'Ghi tên khoản phải nộp, ví dụ Lệ phí trước bạ').max(200, 'Dài quá 200 chữ'),
  amount: z
    .string('Nhập số tiền bằng đồng')
    .transform((text) => text.replace(/[.\s]|đồng$/g, ''))
    .pipe(z.string().regex(/^[1-9]\d{0,8}$/, 'Nhập số tiền bằng đồng, ví dụ 150.000'))
    .transform(Number),
  reason: needed('Ghi căn cứ: số, ngày của thông báo nộp tiền'),
})

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
