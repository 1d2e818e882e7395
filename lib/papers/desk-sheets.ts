/**
 * The sheets of the office's own hand beside the forms of the circular: Phiếu bàn giao and Phiếu quá trình xử lý. They carry no number and are kept
 * nowhere, since what they say is made from the events of the dossiers whenever it is asked for.
 */
import { type LocalDate, localDateOf } from '@/lib/platform/local-date'
import { dateWords, dayOnForm, momentOnForm, plainMoment, timeWords } from '@/lib/text/dates'
import type { Letterhead } from './rules'
import { type Heading, headingOf, printable } from './words'

/** Above a sheet; `commune` for whoever reads whose file it is. */
type Above = Letterhead & { commune: string }

/** One dossier, or its result, that goes from one place of the office to another. */
export type HandedRow = {
  code: string
  content: string
  /** What the result says, with its number; null: the dossier goes to be worked on. */
  result: string | null
  owner: string
  address: string
  hasFee: boolean
  byPost: boolean
  at: Date
  giver: string | null
}

/** What goes from one place to another on one day. */
export type HandOverFacts = { letterhead: Above; day: LocalDate; from: string; to: string; rows: readonly HandedRow[] }

/** What was done with a dossier from its filing on, oldest first. */
export type ProcessFacts = {
  letterhead: Above
  /** When it is printed. */
  at: Date
  code: string
  procedure: string
  owner: string
  receivedAt: Date | null
  dueAt: Date | null
  rows: readonly { at: Date; by: string; act: string; to: string | null; dueAt: Date | null }[]
}

/** A sheet as the template prints it: heads with the widths of their columns, lines of words. */
export type DeskSheet = {
  heading: Heading
  title: string
  about: string[]
  description: string
  author: string
  foot: string
  pageWord: string
  /** `width` in mm, null: what the others leave. */
  columns: { head: string; width: number | null; centred: boolean }[]
  lines: string[][]
  /** Who signs below, with room to do so; empty: nobody. */
  hands: { role: string; note: string; place: string }[]
}

const HAND_OVER = 'Phiếu bàn giao hồ sơ, kết quả'
const PROCESS = 'Phiếu quá trình xử lý'
const SIGN = '(Ký và ghi rõ họ tên)'

/** Phiếu bàn giao: the receiver's column and both places below stay free for the hands. Its date is that of the hand-over, so it is the same always. */
export function handOverOnSheet({ letterhead, day, from, to, rows }: HandOverFacts): DeskSheet {
  return {
    ...headOf(letterhead, day, HAND_OVER),
    about: [`Bên giao: ${printable(from)}`, `Bên nhận: ${printable(to)}`, `Bàn giao ${dayOnForm(day)}, ${rows.length} hồ sơ`],
    foot: `${HAND_OVER} ${dateWords(day)}`,
    columns: [
      column('TT', 9, true),
      column('Mã hồ sơ', 38),
      column('Nội dung', null),
      column('Kết quả', 27),
      column('Chủ hồ sơ', 31),
      column('Địa chỉ', 37),
      column('Phí, lệ phí', 12, true),
      column('Trả qua bưu điện', 14, true),
      column('Người giao', 29),
      column('Người nhận', 26),
    ],
    lines: rows.map(({ code, content, result, owner, address, hasFee, byPost, at, giver }, index) => [
      String(index + 1),
      ...[code, content, result ?? '', owner, address].map(printable),
      hasFee ? 'X' : '',
      byPost ? 'X' : '',
      `${giver === null ? '' : `${printable(giver)}, `}${timeWords(at)}`,
      '',
    ]),
    hands: [
      { role: 'BÊN GIAO', note: SIGN, place: printable(from) },
      { role: 'BÊN NHẬN', note: SIGN, place: printable(to) },
    ],
  }
}

/** Phiếu quá trình xử lý: everything that was done with a dossier, by whom, for whom and by when. */
export function processOnSheet({ letterhead, at, code, procedure, owner, receivedAt, dueAt, rows }: ProcessFacts): DeskSheet {
  return {
    ...headOf(letterhead, localDateOf(at), PROCESS),
    about: [
      `Mã hồ sơ: ${printable(code)}`,
      `${printable(procedure)} · ${printable(owner)}`,
      [
        receivedAt === null ? 'Chưa tiếp nhận' : `Tiếp nhận ${momentOnForm(receivedAt)}`,
        ...(dueAt === null ? [] : [`hẹn trả ${momentOnForm(dueAt)}`]),
      ].join('; '),
    ],
    foot: `${PROCESS}, hồ sơ ${printable(code)}, in lúc ${timeWords(at)} ngày ${dateWords(localDateOf(at))}`,
    columns: [
      column('STT', 11, true),
      column('Ngày', 33),
      column('Người xử lý', 46),
      column('Thao tác', null),
      column('Người nhận', 58),
      column('Thời hạn', 33),
    ],
    lines: rows.map((row, index) => [
      String(index + 1),
      plainMoment(row.at),
      ...[row.by, row.act, row.to ?? ''].map(printable),
      row.dueAt === null ? '' : plainMoment(row.dueAt),
    ]),
    hands: [],
  }
}

function headOf(letterhead: Above, day: LocalDate, name: string) {
  return {
    heading: headingOf(letterhead, day, ''),
    title: name.toLocaleUpperCase('vi'),
    description: `${name}, ${dateWords(day)}`,
    author: printable(`${letterhead.unit} ${letterhead.commune}`),
    pageWord: 'Trang',
  }
}

const column = (head: string, width: number | null, centred = false) => ({ head, width, centred })
