import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { may, staffOnly } from '@/lib/access/policy'
import { DayText } from '@/lib/platform/day-text'
import { columnOfLocalDate, type LocalDate, localDateOf, localDateOfColumn } from '@/lib/platform/local-date'
import type { Prisma } from '@/prisma/generated/client'
import { REASON_KINDS } from './reason-rules'

/** The reasons of the list that may be given on a day. */
export const reasonsOn = (day: LocalDate): Prisma.ListedReasonWhereInput => ({
  validFrom: { lte: columnOfLocalDate(day) },
  OR: [{ validTo: null }, { validTo: { gte: columnOfLocalDate(day) } }],
})

const Day = DayText('Ngày này không có trong lịch', { first: 2000, last: 2100 })

/** A reason stands in the middle of a paper's sentence, so it ends without a full stop. */
const Text = z
  .string()
  .trim()
  .transform((text) => text.replace(/\s+/g, ' ').replace(/[.;,\s]+$/, ''))
  .pipe(z.string().min(5, 'Ghi lý do thành câu, người đọc thấy nguyên văn').max(200, 'Lý do dài quá 200 chữ. Viết gọn lại'))

const Kind = z.enum(REASON_KINDS, 'Chọn danh sách')

export const NewReason = z.object({ kind: Kind, text: Text, from: Day })

/** One reason as the page showed it: its code and the day from which that wording holds. */
const OfReason = z.object({ code: z.string().min(1).max(60), shownFrom: Day })
export const ChangeReason = OfReason.extend({ text: Text, from: Day })
export const EndReason = OfReason.extend({ lastDay: Day })

export const SupplementTime = z.object({
  days: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'Số ngày từ 1 đến 365')
    .transform(Number)
    .refine((days) => days >= 1 && days <= 365, 'Số ngày từ 1 đến 365'),
  /** Empty: not held against a text. */
  source: z
    .string()
    .trim()
    .max(200, 'Căn cứ dài quá 200 chữ')
    .transform((text) => (text === '' ? null : text)),
})

/** Most wordings of a list, those of earlier years among them. */
const MOST = 500

/** The office's ordinary reasons of one kind that may be given today, in their order. */
export const findReasons = query({
  name: 'dossier.find_reasons',
  input: z.object({ kind: Kind }),
  allow: staffOnly,
  run: ({ db, actor, now }, { kind }) =>
    db.listedReason.findMany({
      where: { communeId: actor.communeId, kind, ...reasonsOn(localDateOf(now)) },
      orderBy: [{ position: 'asc' }, { code: 'asc' }],
      take: 100,
      select: { code: true, text: true },
    }),
})

/** Every wording that the lists of reasons have or had, and how long the office waits for a supplement. */
export const findReasonWordings = query({
  name: 'dossier.find_reason_wordings',
  input: z.object({}),
  allow: (actor) => may(actor, 'supplement.manage'),
  run: async ({ db, actor: { communeId }, now }) => {
    const rows = await db.listedReason.findMany({
      where: { communeId },
      orderBy: [{ kind: 'asc' }, { position: 'asc' }, { code: 'asc' }, { validFrom: 'desc' }],
      take: MOST,
      select: { code: true, kind: true, text: true, validFrom: true, validTo: true, unverified: true },
    })
    const { supplementDays, supplementSource } = await db.commune.findUniqueOrThrow({
      where: { id: communeId },
      select: { supplementDays: true, supplementSource: true },
    })
    const today = localDateOf(now)
    return {
      wordings: rows.map(({ validFrom, validTo, ...row }, index) => {
        const [from, to] = [localDateOfColumn(validFrom), validTo && localDateOfColumn(validTo)]
        const standing = from > today ? ('coming' as const) : to !== null && to < today ? ('over' as const) : ('now' as const)
        // Only the newest wording of a reason can be changed; the others are history.
        return { ...row, from, to, standing, isNewest: rows[index - 1]?.code !== row.code }
      }),
      time: { days: supplementDays, source: supplementSource },
      today,
    }
  },
})
