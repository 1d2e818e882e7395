/** What the administrator changed, in sentences. Pure. */
import { REASON_KIND_WORDS, REASON_KINDS } from '@/lib/dossiers/reason-rules'
import type { Change, Facts } from '@/lib/places/change-rules'
import { parseLocalDate } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import { dateWords, sentenceCase } from '@/lib/text/dates'
import { KIND_WORDS } from '@/lib/staff/department-words'
import type { DepartmentKind, OfficeTopic } from '@/prisma/generated/enums'

type Value = Facts[string] | undefined

const quoted = (value: Value): string => (value === null || value === undefined || value === '' ? 'để trống' : `“${String(value)}”`)
const dayOf = (value: Value): string => {
  const day = typeof value === 'string' ? parseLocalDate(value) : null
  return day === null ? '' : dateWords(day)
}

/** The facts of the commune as its page calls them, inside a sentence. */
const COMMUNE: Readonly<Record<string, string>> = {
  name: 'tên xã',
  address: 'địa chỉ Trung tâm',
  phone: 'điện thoại',
  email: 'thư điện tử',
  provinceCode: 'mã tỉnh, thành phố chọn sẵn',
  parentAgency: 'cơ quan chủ quản',
  centreName: 'tên Trung tâm',
  placeName: 'địa danh',
  agencyCode: 'mã cơ quan',
  host: 'tên miền',
  supplementDays: 'số ngày chờ bổ sung',
  supplementSource: 'căn cứ của số ngày chờ bổ sung',
}

/** "điện thoại từ “…” thành “…”", each fact that differs. */
const fromTo = (labels: Readonly<Record<string, string>>, before: Facts, after: Facts): string =>
  Object.keys(after)
    .map((name) => `${labels[name] ?? name} từ ${quoted(before[name])} thành ${quoted(after[name])}`)
    .join('; ')

const BOOK = ({ before, after }: Change): string => {
  if (typeof after.next === 'number') return `số tiếp theo từ ${formatNumber(Number(before?.next ?? 0))} thành ${formatNumber(after.next)}`
  const first = dayOf(after.from)
  return after.written === undefined
    ? `từ ${first} vẫn ghi như đang ghi`
    : `từ ${first} số đầu ghi ${quoted(after.written)}, trước đó ghi ${quoted(before?.written)}`
}

const kindOf = (value: Value): Value => (isKind(value) ? KIND_WORDS[value] : value)
const kindOfReason = (value: Value): Value =>
  REASON_KINDS.filter((kind) => kind === value).map((kind) => REASON_KIND_WORDS[kind])[0] ?? value
const isKind = (value: Value): value is DepartmentKind => typeof value === 'string' && Object.hasOwn(KIND_WORDS, value)

const DEPARTMENT = ({ before, after }: Change): string => {
  if (before === null) return `thêm phòng ${quoted(after.name)}, việc của phòng ${quoted(kindOf(after.kind))}`
  if (typeof after.closed === 'boolean') return after.closed ? 'đóng phòng' : 'mở lại phòng'
  const told = (facts: Facts): Facts => ({ ...facts, ...(facts.kind === undefined ? {} : { kind: kindOf(facts.kind) ?? null }) })
  return fromTo({ name: 'tên', kind: 'việc của phòng', place: 'thứ tự' }, told(before), told(after))
}

const REASON = ({ before, after }: Change): string => {
  if (before === null) return `thêm vào danh sách ${quoted(kindOfReason(after.kind))}, dùng từ ${dayOf(after.from)}`
  if (after.lastDay !== undefined) return `dùng đến hết ${dayOf(after.lastDay)}`
  if (after.text !== undefined) return `từ ${dayOf(after.from)} ghi ${quoted(after.text)}, trước đó ghi ${quoted(before.text)}`
  return after.from === undefined ? fromTo(COMMUNE, before, after) : `dùng từ ${dayOf(after.from)}`
}

const SENTENCES: Record<OfficeTopic, (change: Change) => string> = {
  COMMUNE: ({ before, after }) => fromTo(COMMUNE, before ?? {}, after),
  BOOK,
  DEPARTMENT,
  REASON,
}

/** A change in one sentence without its end. `name`: of which of the topic; null: the page speaks of nothing else. */
export const changeWords = (topic: OfficeTopic, name: string | null, change: Change): string =>
  name === null ? sentenceCase(SENTENCES[topic](change)) : `${name}: ${SENTENCES[topic](change)}`
