import { z } from 'zod'
import { DayText } from '@/lib/platform/day-text'

/** Longer questions are stories; their first words decide anyway, and a finder must not be a way to keep the server busy. */
const LONGEST_QUESTION = 200

export const ProcedureCode = z.string().regex(/^\d\.\d{6}$/, 'Mã thủ tục có dạng 1.001193')

export const NO_SUCH_FIELD = 'Lĩnh vực này không có. Ghi mã hoặc tên lĩnh vực như trong danh mục'

/** `field` is a field's code or its name as people read it. */
export const FindProcedures = z.object({
  q: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFC').trim().slice(0, LONGEST_QUESTION)),
  field: z.string().max(100, NO_SUCH_FIELD).nullish(),
  cursor: z
    .string()
    .regex(/^\d\.\d{6}~\d{1,6}(\.\d{1,4})?$/, 'Trang tiếp theo không đọc được. Tìm lại từ đầu')
    .nullish(),
})

export const ReadProcedure = z.object({
  /** What cannot be a code is a procedure that is not there, as anything unknown. */
  code: z.string().transform((code) => (ProcedureCode.safeParse(code).success ? code : '')),
  /** The day whose version is wanted; today when it is left out. */
  on: DayText('Ghi ngày dạng 2026-11-23').optional(),
})

/** The legal basis as stored with a version. */
export const LegalBasis = z.array(z.object({ number: z.string(), title: z.string() }))

/** `field` is a field's code. */
export const ReadPostingSet = z.object({ field: z.string().max(100) })
