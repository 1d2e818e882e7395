/** The two slips with which the desk answers a dossier that it does not receive as it is: Mẫu 02 and Mẫu 03 (TT 03/2025/TT-VPCP, Annex I). */
import { momentOnForm } from '@/lib/text/dates'
import type { Issued, RefusalFacts, SupplementFacts } from './schema'
import {
  type FormRow,
  halfRow,
  type Hand,
  headOnForm,
  type HeadOnForm,
  NONE,
  officerWords,
  printable,
  row,
  strongRow,
  submitterWords,
} from './words'

/** A slip as the template prints it: fields, numbered lists with their leads, a last sentence, one or two hands. */
export type SlipOnForm = HeadOnForm & {
  before: FormRow[]
  lists: { lead: string; items: string[] }[]
  after: string[]
  /** `name`: the role as a line of running text says it. */
  hands: { role: string; name: string; hand: Hand }[]
  lookup: { lead: string; text: string; alt: string }
  pageWord: string
}

/** Mẫu 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: its fields in the order of the form. */
export function supplementOnForm(facts: SupplementFacts): SlipOnForm {
  const { applicant, items, contact } = facts
  return {
    ...headOnForm('SUPPLEMENT', facts),
    before: [
      strongRow(applicant.kind === 'person' ? 'Hồ sơ của Ông (Bà)' : 'Hồ sơ của Tổ chức', applicant.name),
      requestRow(facts),
      ...reachRows(facts),
    ],
    lists: [
      { lead: 'Yêu cầu hoàn thiện hồ sơ gồm:', items: items.map(({ name }) => printable(name)) },
      { lead: 'Lý do:', items: items.map(({ reason }) => printable(reason)) },
    ],
    after: [
      printable(
        `Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông (Bà) liên hệ với ${contact.name}, số điện thoại ${contact.phone}, để được hướng dẫn.`,
      ),
    ],
    hands: [{ role: 'NGƯỜI HƯỚNG DẪN', name: 'Người hướng dẫn', hand: officerWords('Người hướng dẫn', facts.guide) }],
    lookup: lookupWords(facts, 'Gửi bổ sung tại “Hồ sơ của tôi” trên trang này, hoặc mang đến quầy kèm phiếu này hay mã hồ sơ.'),
    pageWord: 'Trang',
  }
}

/** Mẫu 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ: its fields in the order of the form, those of an online dossier included. `keepsLines`: the
 * reason breaks where its writer broke it, as the page that asks for it promises; the first layout ran it together. */
export function refusalOnForm(facts: RefusalFacts, { keepsLines }: { keepsLines: boolean }): SlipOnForm {
  const { letterhead, centre, applicant } = facts
  const person = applicant.kind === 'person'
  return {
    ...headOnForm('REFUSAL', facts),
    before: [
      row(letterhead.unit, centre),
      strongRow(person ? 'Tiếp nhận hồ sơ của Ông (Bà)' : 'Tiếp nhận hồ sơ của Tổ chức', applicant.name),
      row(person ? 'Số định danh cá nhân' : 'Số định danh tổ chức', applicant.identifier ?? NONE),
      ...reachRows(facts),
      requestRow(facts),
      row('Thời gian nộp hồ sơ', momentOnForm(new Date(facts.submittedAt))),
      ...(facts.papers === null ? [] : [row('Số lượng giấy tờ đã nộp', String(facts.papers).padStart(2, '0'))]),
      keepsLines ? linesRow('Lý do từ chối', facts.reason) : strongRow('Lý do từ chối', facts.reason),
    ],
    lists: [],
    after: [],
    hands: [
      { role: 'NGƯỜI NỘP HỒ SƠ', name: 'Người nộp hồ sơ', hand: submitterWords(facts.submitter) },
      { role: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: 'Người tiếp nhận', hand: officerWords('Người tiếp nhận', facts.receiver) },
    ],
    lookup: lookupWords(facts, 'Khi đã đủ điều kiện, có thể nộp hồ sơ mới.'),
    pageWord: 'Trang',
  }
}

/** A bold line of a form whose lines are kept; an empty one between two is not. */
export const linesRow = (label: string, text: string): FormRow => ({
  ...strongRow(label, ''),
  value: text
    .split(/[\r\n]+/)
    .map(printable)
    .filter((line) => line !== '')
    .join('\n'),
})

const requestRow = ({ request, procedureCode }: Issued): FormRow =>
  row('Nội dung yêu cầu giải quyết', `${request} (mã thủ tục ${procedureCode})`)

const reachRows = ({ applicant }: Issued): FormRow[] => [
  row('Địa chỉ', applicant.address),
  halfRow('Số điện thoại', applicant.phone),
  halfRow('Email', applicant.email ?? NONE),
]

const lookupWords = ({ lookup, dossierCode }: SupplementFacts | RefusalFacts, more: string): SlipOnForm['lookup'] => ({
  lead: 'Tra cứu hồ sơ:',
  text: printable(
    `quét mã QR hoặc vào ${lookup.page}, nhập mã hồ sơ và 4 số cuối của điện thoại hoặc số định danh. ${more} Hỏi về hồ sơ: ${lookup.phone}, trong giờ làm việc.`,
  ),
  alt: `Mã QR mở trang tra cứu hồ sơ ${printable(dossierCode)}`,
})
