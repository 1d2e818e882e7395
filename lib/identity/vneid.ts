import { z } from 'zod'
import { columnOfLocalDate, parseLocalDate } from '@/lib/platform/local-date'

// What VNeID says of a person. Its codes and formats are not published in full, so everything but account, number and name is optional and
// what cannot be read is left out rather than refused.

/** Text or a number, as text without outer blanks, in NFC. */
const Text = z.union([z.string(), z.number()]).transform((value) => String(value).normalize('NFC').trim().replace(/\s+/g, ' '))

const OptionalText = Text.nullish().catch(null)

const Claims = z.object({
  sub: Text.pipe(z.string().min(1).max(200)),
  SoDinhDanh: Text.transform((text) => text.replace(/\D/g, '')).pipe(z.string().regex(/^\d{12}$/)),
  HoVaTen: Text.pipe(z.string().min(1).max(200)),
  NgayThangNamSinh: OptionalText,
  loAs: OptionalText,
  IAL: OptionalText,
})

/** A person as the identity server vouches for them. `birthDate` is a column's day. */
export const VneidPerson = z.object({
  sub: z.string(),
  personalNumber: z.string(),
  fullName: z.string(),
  birthDate: z.date().nullable(),
  level: z.union([z.literal(1), z.literal(2)]),
})

export type VneidPerson = z.infer<typeof VneidPerson>

/** The person in the claims, or null when account, personal number or name is missing. */
export function readClaims(claims: unknown): VneidPerson | null {
  const parsed = Claims.safeParse(claims)
  if (!parsed.success) return null
  const { sub, SoDinhDanh, HoVaTen, NgayThangNamSinh, loAs, IAL } = parsed.data
  return {
    sub,
    personalNumber: SoDinhDanh,
    fullName: HoVaTen,
    birthDate: dayOf(NgayThangNamSinh ?? ''),
    level: levelOf([loAs, IAL]),
  }
}

/**
 * The identity level (NĐ 69/2024/NĐ-CP knows 1 and 2). When strength of authentication and of identity differ the lower one counts, and
 * when neither is said, level 1: nobody files on a level that was not vouched for.
 */
function levelOf(said: readonly (string | null | undefined)[]): 1 | 2 {
  const levels = said.flatMap((text) => /[1-9]/.exec(text ?? '') ?? []).map(Number)
  return levels.length > 0 && Math.min(...levels) >= 2 ? 2 : 1
}

/**
 * `02/05/1990`, `2/5/1990`, `19900502`, `1990-05-02`, with or without a time after it; null when it names no day (some papers know only the year).
 */
function dayOf(text: string): Date | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/.exec(text) ?? []
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text) ?? []
  const iso = day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : `${isoYear}-${isoMonth}-${isoDay}`
  const date = parseLocalDate(iso)
  return date === null ? null : columnOfLocalDate(date)
}
