import { z } from 'zod'
import { DayText } from '@/lib/platform/day-text'
import { WholeText } from '@/lib/platform/whole-text'
import { FeeChannel, FeeKind, FeePer, LimitUnit, OnlineLevel, Requirement, Role, StepKind } from '@/prisma/generated/enums'
import { FindProcedures, ProcedureCode } from '../schema'
import { LISTS } from './content'

// What the administrator types on the pages of a version, one page at a time; each box is text.

const line = (missing: string, limit: number) =>
  z
    .string(missing)
    .transform((text) => text.trim().replace(/\s+/g, ' '))
    .pipe(z.string().min(1, missing).max(limit, `Dài quá ${limit} chữ. Viết gọn lại`))

/** A sentence ends like one, so that sentences can stand after each other on a page. */
const sentence = (missing: string, limit: number) =>
  line(missing, limit).transform((text) => (/[.?]$/.test(text) ? text : `${text.replace(/[,;:]+$/, '')}.`))

/** What may be left empty: null then. */
const optional = <T>(schema: z.ZodType<T, string>) =>
  z
    .string()
    .default('')
    .transform((text, context): T | null => {
      if (text.trim() === '') return null
      const read = schema.safeParse(text)
      if (read.success) return read.data
      for (const { message } of read.error.issues) context.addIssue({ code: 'custom', message })
      return z.NEVER
    })

const one = <T extends Record<string, string>>(choices: T, missing: string) => z.enum(choices, missing)

const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'yes')

/** A department by its code; empty: none is named. */
const Department = z.string().max(60)

export const Names = z.object({
  name: line('Nhập tên thủ tục như quyết định công bố', 200),
  shortName: line('Nhập tên gọi tắt, người dân đọc trong danh sách', 45),
  lead: sentence('Nhập một câu giới thiệu thủ tục để làm gì', 300),
  result: line('Nhập kết quả người dân nhận được', 150),
})

export const Limit = z
  .object({
    value: z.string().default(''),
    unit: one(LimitUnit, 'Chọn đơn vị của thời hạn'),
    limitNote: optional(sentence('', 300)),
    onlineLevel: one(OnlineLevel, 'Chọn mức trực tuyến'),
    bring: optional(sentence('', 300)),
    departmentCode: Department.min(1, 'Chọn phòng giải quyết'),
    interAgency: ticked,
  })
  .transform(({ value, unit, ...rest }, context) => {
    // "Trong ngày" needs no number.
    const read = unit === 'SAME_DAY' ? { success: true as const, data: 1 } : Days.safeParse(value)
    if (read.success) return { ...rest, limit: { value: read.data, unit } }
    context.addIssue({ code: 'custom', path: ['value'], message: LIMIT_NUMBER })
    return z.NEVER
  })

const LIMIT_NUMBER = 'Thời hạn là một số từ 1 đến 1.000'
const Days = WholeText(LIMIT_NUMBER, { least: 1, most: 1000 })

export const FeeWords = z.object({
  feeSentence: sentence('Ghi câu về phí, lệ phí; không thu thì ghi Không thu phí', 400),
  feeShort: line('Ghi phí, lệ phí vài chữ cho danh sách, ví dụ 8.000 đồng', 60),
})

/** A text's number, as it is cited: 60/2014/QH13, 123/2015/NĐ-CP, 663/QĐ-TTg. */
const TEXT_NUMBER = /\d+\/(?:\d{4}\/)?[\p{Lu}\d]+(?:-[\p{L}\d]+)*/u
const MOST_TEXTS = 40

/** One text a line. */
export const Basis = z
  .object({ texts: z.string().max(10_000, 'Danh sách dài quá. Bớt văn bản hoặc viết gọn lại'), verified: ticked })
  .transform(({ texts, verified }, context) => {
    const titles = texts
      .split('\n')
      .map((title) => title.trim().replace(/\s+/g, ' '))
      .filter((title) => title !== '')
    const legalBasis = titles.map((title) => ({ number: TEXT_NUMBER.exec(title)?.[0] ?? title, title }))
    const twice = legalBasis.find(({ number }, index) => legalBasis.findIndex((text) => text.number === number) !== index)
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['texts'], message })
    if (legalBasis.length === 0) refuse('Ghi ít nhất một văn bản, mỗi dòng một văn bản')
    if (legalBasis.length > MOST_TEXTS) refuse(`Ghi nhiều nhất ${MOST_TEXTS} văn bản`)
    if (titles.some((title) => title.length > 300)) refuse('Mỗi văn bản nhiều nhất 300 chữ. Viết gọn lại')
    if (twice) refuse(`Văn bản ${twice.number} có hai lần`)
    return { legalBasis, verified }
  })

const NO_SUCH_DAY = 'Ngày này không có trong lịch'
const Day = DayText(NO_SUCH_DAY, { first: 2000, last: 2100 })

export const FirstDay = z.object({ firstDay: Day })

/** Three empty boxes: no day. */
const NoDay = z
  .string()
  .regex(/^0*-0*-0*$/, NO_SUCH_DAY)
  .transform(() => null)
const MaybeDay = z.union([NoDay, Day], NO_SUCH_DAY)

const AMOUNT = 'Mức thu là số đồng, từ 1 đến 1.000.000.000; không thu thì bỏ khoản này'

export const Fee = z
  .object({
    name: line('Nhập tên khoản thu, ví dụ Lệ phí hộ tịch', 120),
    kind: one(FeeKind, 'Chọn phí hay lệ phí'),
    amount: z
      .string(AMOUNT)
      .transform((text) => text.replace(/[.\s]/g, '').replace(/(?:đồng|đ)$/i, ''))
      .pipe(z.string().regex(/^\d{1,10}$/, AMOUNT))
      .transform(Number)
      .refine((amount) => amount >= 1 && amount <= 1_000_000_000, AMOUNT),
    per: one(FeePer, 'Chọn thu theo hồ sơ, theo bản hay theo trang'),
    channel: one(FeeChannel, 'Chọn kênh nộp phải trả khoản này'),
    condition: optional(line('', 200)),
    from: MaybeDay,
    to: MaybeDay,
    source: line('Ghi văn bản quy định mức thu', 300),
    verified: ticked,
  })
  .superRefine(({ from, to }, context) => {
    if (from !== null && to !== null && to < from)
      context.addIssue({ code: 'custom', path: ['to'], message: 'Ngày cuối phải từ ngày đầu trở đi' })
  })

const COUNT = 'Số bản là một số từ 0 đến 99'

export const Paper = z
  .object({
    name: line('Nhập tên giấy tờ', 200),
    requirement: one(Requirement, 'Chọn khi nào cần giấy tờ này'),
    question: optional(line('', 200)),
    originals: WholeText(COUNT, { least: 0, most: 99 }),
    copies: WholeText(COUNT, { least: 0, most: 99 }),
    formName: optional(line('', 150)),
    note: optional(sentence('', 300)),
  })
  .superRefine(({ requirement, question, originals, copies }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (requirement === 'IF_APPLICABLE' && !question?.endsWith(' không?'))
      refuse('question', 'Ghi câu hỏi để người nộp trả lời Có hoặc Không, kết thúc bằng “không?”')
    if (requirement !== 'PRESENTED' && originals + copies === 0) refuse('originals', 'Ghi số bản chính hoặc bản sao phải nộp')
  })
  .transform(({ requirement, question, originals, copies, ...paper }) => ({
    ...paper,
    requirement,
    // Only what may not apply is asked about, and of what is only shown nothing is kept.
    question: requirement === 'IF_APPLICABLE' ? question : null,
    ...(requirement === 'PRESENTED' ? { originals: 0, copies: 0 } : { originals, copies }),
  }))

const HOURS = 'Số giờ từ 0,25 đến 8.000, ví dụ 24 hoặc 1,5'

export const WayStepIn = z.object({
  kind: one(StepKind, 'Chọn loại bước'),
  name: line('Nhập tên bước, ví dụ Thẩm định, soạn kết quả', 120),
  /** Empty: whoever works on the dossier. */
  role: z.union([z.literal(''), z.enum(Role)], 'Chọn ai làm bước này').transform((role) => (role === '' ? null : role)),
  departmentCode: Department.transform((code) => (code === '' ? null : code)),
  minutes: z
    .string(HOURS)
    .transform((text) => text.trim().replace(',', '.'))
    .pipe(z.string().regex(/^\d{1,4}(\.\d{1,2})?$/, HOURS))
    .transform((hours) => Math.round(Number(hours) * 60))
    .refine((minutes) => minutes >= 15 && minutes <= 480_000, HOURS),
})

const Fields = z.record(z.string().max(40), z.string().max(10_000))
/** What the page was drawn from (`markOf`), so that an older window does not overwrite a newer one. */
const Seen = z.string().max(64)
const Place = z.coerce.number().int().min(1).max(999)

export const OfProcedure = z.object({ code: ProcedureCode })
export const FindKept = FindProcedures.pick({ q: true, cursor: true })
export const SavePart = OfProcedure.extend({ part: z.enum(['names', 'limit', 'fees', 'basis', 'day']), fields: Fields, seen: Seen })
/** `at`: the entry's place from 1; null: a new one at the end. */
export const SaveEntry = OfProcedure.extend({ list: z.enum(LISTS), at: Place.nullable(), fields: Fields, seen: Seen })
export const ArrangeEntry = OfProcedure.extend({
  list: z.enum(LISTS),
  at: Place,
  to: z.enum(['up', 'down', 'out'], 'Bấm Lên, Xuống hoặc Bỏ'),
  seen: Seen,
})
export const OfWholeDraft = OfProcedure.extend({ seen: Seen })
export const OfVersion = OfProcedure.extend({ versionId: z.uuid() })
