/** Phiếu kiểm soát quá trình giải quyết hồ sơ: Mẫu 06 of TT 03/2025/TT-VPCP, Annex I (Mẫu 05 of TT 01/2018/TT-VPCP), in words. */
import { localDateOf } from '@/lib/platform/local-date'
import { dateWords, durationWords, momentOnForm, plainMoment, timeWords } from '@/lib/text/dates'
import type { ControlFacts } from './schema'
import { type FormRow, headOnForm, type HeadOnForm, NONE, printable, row } from './words'

/** The facts as they are printed before they are issued: without a number. */
export type ControlPrinted = Omit<ControlFacts, 'number'> & { number: number | null }

/** A side of a hand-over: the place, and the line of its officer; null: nobody of it is recorded. */
type Side = { place: string; officer: string | null }
type Line = { from: Side; to: Side; times: string[]; result: string; isLate: boolean; note: string[] }

/** The sheet as the template prints it. */
export type ControlOnForm = HeadOnForm & {
  /** What a sheet without a number says of itself. */
  mark: string | null
  before: FormRow[]
  heads: string[]
  lines: Line[]
  nothing: string
  after: string[]
  lookup: { lead: string; text: string; alt: string }
  pageWord: string
}

const RESULTS = { early: 'Trước hạn', on_time: 'Đúng hạn', late: 'Quá hạn' } as const

const momentIn = (instant: string): string => plainMoment(new Date(instant))

/** The fields of Mẫu 06 in the order of the form, one line for each hand-over. */
export function controlOnForm(facts: ControlPrinted): ControlOnForm {
  const { helpers, ended, lookup, dossierCode } = facts
  return {
    ...headOnForm('CONTROL', facts),
    mark: markOf(facts),
    before: [
      row('Cơ quan giải quyết', facts.agency),
      row('Cơ quan phối hợp', helpers.length === 0 ? NONE : helpers.join('; ')),
      row('Ngày nhận', momentOnForm(new Date(facts.receivedAt))),
      row('Ngày hẹn trả', dueWords(facts)),
    ],
    heads: ['Tên đơn vị (1. Giao; 2. Nhận)', 'Thời gian giao, nhận hồ sơ', 'Kết quả giải quyết', 'Ghi chú'],
    lines: facts.rows.map(lineOf),
    nothing: 'Chưa có lần giao nhận nào.',
    after: [
      ...(ended === null ? [] : [printable(`Kết thúc: ${ended.act}, ${momentOnForm(new Date(ended.at))}.`)]),
      'Thời gian, người giao và người nhận do hệ thống ghi khi chuyển hồ sơ, thay cho chữ ký từng lần. Kết quả so giờ giao với hạn của bên giao: trước ngày hạn, trong ngày hạn, hoặc quá hạn. Thời gian chờ người nộp hồ sơ không tính.',
    ],
    lookup: {
      lead: 'Tra cứu hồ sơ:',
      text: printable(`quét mã QR hoặc vào ${lookup.page}, nhập mã hồ sơ và 4 số cuối của điện thoại hoặc số định danh.`),
      alt: `Mã QR mở trang tra cứu hồ sơ ${printable(dossierCode)}`,
    },
    pageWord: 'Trang',
  }
}

function markOf({ number, ended, issuedAt }: ControlPrinted): string | null {
  if (number !== null) return null
  const at = new Date(issuedAt)
  return `${ended === null ? 'Hồ sơ chưa kết thúc' : 'Bản in từ hệ thống, không cấp số'}. In lúc ${timeWords(at)} ngày ${dateWords(localDateOf(at))}`
}

/** The date as it stands, the first one where pauses moved it, and the new one where the office apologised. */
function dueWords({ firstDueAt, dueAt, appointmentAt }: ControlPrinted): string {
  return [
    momentOnForm(new Date(dueAt)),
    ...(firstDueAt === dueAt ? [] : [`hẹn lần đầu ${momentIn(firstDueAt)}`]),
    ...(appointmentAt > dueAt ? [`hẹn lại ${momentIn(appointmentAt)} theo Phiếu xin lỗi`] : []),
  ].join('; ')
}

function lineOf({ from, to, at, act, dueAt, result, lateMinutes, clock, newDueAt }: ControlFacts['rows'][number]): Line {
  return {
    from: sideOf(from, 'Người giao'),
    to: sideOf(to, 'Người nhận'),
    times: [`Giao: ${momentIn(at)}`, `Nhận: ${to.isOpen ? '……' : momentIn(to.at ?? at)}`],
    result: result === null ? 'Không tính' : RESULTS[result],
    isLate: result === 'late',
    note: [
      printable(act),
      ...(dueAt === null ? [] : [`Hạn ${momentIn(dueAt)}`]),
      ...(lateMinutes === 0 ? [] : [`Quá ${durationWords(lateMinutes)} làm việc`]),
      ...(clock === 'stops' ? ['Tạm dừng tính hạn'] : []),
      ...(clock === 'goes_on' ? [`Hạn chạy tiếp${newDueAt === null ? '' : `, hẹn trả ${momentIn(newDueAt)}`}`] : []),
    ],
  }
}

const sideOf = ({ place, officer }: { place: string; officer: string | null }, role: string): Side => ({
  place: printable(place),
  officer: officer === null ? null : `${role}: ${printable(officer)}`,
})
