/**
 * When a version of a procedure may be published, and from which day. Each version follows the one before it without a gap or an overlap, and
 * none begins in the past: what was filed under a version was filed under what people could read then.
 */
import { addDays, type LocalDate } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'
import type { InForce } from '../rules'
import { wayFits } from '../way'
import type { Content } from './content'
import { hoursWords } from './words'

/** The pages on which a version is written, in their order. */
export const PARTS = ['names', 'limit', 'papers', 'fees', 'way', 'basis', 'day'] as const
export type Part = (typeof PARTS)[number]

/** One thing to correct before a version can be published. */
export type Missing = { part: Part; sentence: string }

/** The version that the new one follows, and the day it is. */
type Following = { newest: InForce; today: LocalDate }

/** A department of a version's pages. Not open: it was closed, and nothing new may name it. */
type NamedDepartment = { code: string; name: string; isOpen: boolean }

/** What a version is published beside. */
export type Beside = Following & { departments: readonly NamedDepartment[] }

/** The earliest day on which a version may begin: today, or the day after the newest has begun. */
export const earliestFirstDay = ({ newest, today }: Following): LocalDate =>
  newest.validFrom < today ? today : addDays(newest.validFrom, 1)

/** Why a version cannot begin on `day`; null: it can. */
export function firstDayFault(day: LocalDate | null, { newest, today }: Following): string | null {
  if (day === null) return 'Chọn ngày phiên bản bắt đầu áp dụng'
  if (day < today) return `Ngày ${dateWords(day)} đã qua, hồ sơ nộp từ ngày đó đã theo phiên bản trước. Chọn hôm nay hoặc một ngày sau`
  if (day > newest.validFrom) return null
  return `Đã có phiên bản bắt đầu ngày ${dateWords(newest.validFrom)}. Chọn một ngày sau đó, hoặc rút phiên bản ấy trước`
}

/** The last day of the version before, once the next one begins on `firstDay`: one that has ended earlier stays ended. */
export function lastDayBefore(newest: InForce, firstDay: LocalDate): LocalDate {
  const before = addDays(firstDay, -1)
  return newest.validTo !== null && newest.validTo < before ? newest.validTo : before
}

/** What the steps come to beside the limit, in one sentence. `fits` is whether the law's time is enough for them. */
export function sumOfWay({ way, limit }: Pick<Content, 'way' | 'limit'>): { fits: boolean; sentence: string } {
  const { minutes, allowed, fits } = wayFits(
    way.map((step, index) => ({ ...step, position: index + 1 })),
    limit,
  )
  const sum = `Các bước cộng lại ${hoursWords(minutes)}`
  if (!fits) return { fits, sentence: `${sum}, vượt thời hạn ${hoursWords(allowed)}. Bớt giờ của bước hoặc sửa thời hạn` }
  const rest = allowed - minutes
  return {
    fits,
    sentence: rest === 0 ? `${sum}, vừa đúng thời hạn` : `${sum}, trong thời hạn ${hoursWords(allowed)}; còn ${hoursWords(rest)}`,
  }
}

/** What no new version may lead to. */
const closedAmong = (codes: readonly (string | null)[], departments: readonly NamedDepartment[]): string[] =>
  departments.flatMap(({ code, name, isOpen }) => (!isOpen && codes.includes(code) ? [`${name} đã đóng. Chọn phòng khác`] : []))

const FAULTS: Record<Part, (content: Content, beside: Beside) => (string | null)[]> = {
  names: () => [],
  limit: ({ onlineLevel, bring, departmentCode }, { departments }) => [
    onlineLevel === 'COUNTER' && bring === null ? 'Thủ tục chỉ làm tại quầy thì ghi người dân phải mang gì đến' : null,
    ...closedAmong([departmentCode], departments),
  ],
  papers: ({ papers }) => [papers.length === 0 ? 'Thêm ít nhất một giấy tờ vào thành phần hồ sơ' : null],
  fees: ({ fees, firstDay }) =>
    fees.map(({ name, to }) =>
      to !== null && firstDay !== null && to < firstDay ? `Khoản ${name} hết hiệu lực trước ngày phiên bản bắt đầu. Bỏ khoản này` : null,
    ),
  way: (content, { departments }) => {
    const { fits, sentence } = sumOfWay(content)
    const kinds = content.way.map(({ kind }) => kind)
    return [
      kinds[0] === 'INTAKE' ? null : 'Bước đầu của quy trình là bước Tiếp nhận',
      kinds.lastIndexOf('INTAKE') > 0 ? 'Quy trình chỉ có một bước Tiếp nhận' : null,
      kinds.includes('SIGN') ? null : 'Thêm bước Ký duyệt, hồ sơ không ai ký thì không có kết quả',
      kinds.includes('ISSUE') && kinds.indexOf('ISSUE') < kinds.lastIndexOf('SIGN') ? 'Bước Cấp số, đóng dấu đứng sau bước Ký duyệt' : null,
      fits ? null : sentence,
      ...closedAmong(
        content.way.map(({ departmentCode }) => departmentCode),
        departments,
      ),
    ]
  },
  basis: () => [],
  day: ({ firstDay }, beside) => [firstDayFault(firstDay, beside)],
}

/** Everything that has to be corrected before the version can be published, in the order of its pages. */
export const missingOf = (content: Content, beside: Beside): Missing[] =>
  PARTS.flatMap((part) => FAULTS[part](content, beside).flatMap((sentence) => (sentence === null ? [] : [{ part, sentence }])))
