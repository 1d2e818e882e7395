import { FormRadios, FormText } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import type { ConfirmedStep } from '@/lib/dossiers/schema'
import { approvalMeans } from '@/lib/dossiers/step-words'
import { OUTCOME_WORDS } from '@/lib/dossiers/words'
import { hasIssueStep } from '@/lib/procedures/way'
import { momentWords } from '@/lib/text/dates'
import { ResultLink } from '@/app/(leader)/lanh-dao/phe-duyet/result-link'
import { dossierHref, type List, stepHref } from '../../../addresses'
import { openOpinionWords } from '../opinions'
import { fileOf, FileLinks } from '../papers'
import { type Listed, Reason } from './reason'

// One page confirms a step: what will happen, the document it is about, a reason where one is needed, one button.

const BUTTON: Record<ConfirmedStep, string> = {
  forward: 'Chuyển phòng',
  take: 'Nhận xử lý hồ sơ',
  propose: 'Trình ký duyệt',
  approve: 'Ký duyệt kết quả',
  send_back: 'Trả lại chuyên viên',
  recall: 'Rút lại bản trình',
  give_back: 'Trả lại phòng',
  recall_forward: 'Rút về Một cửa',
  return_to_desk: 'Trả lại Một cửa',
  issue: 'Cấp số, ban hành kết quả',
  return_to_signer: 'Trả lại người ký',
  reopen: 'Rút lại kết quả',
  recall_payment: 'Rút yêu cầu nộp tiền',
  ask_to_withdraw: 'Ghi đề nghị rút',
  keep_going: 'Giải quyết tiếp',
}

/** What the step does, in full: who holds the dossier then, and what becomes of the clock. */
const MEANS: Record<ConfirmedStep, (dossier: StaffDossier) => string> = {
  forward: ({ department }) => `${department.name} giữ hồ sơ cho đến khi có người của phòng nhận xử lý. Thời hạn vẫn chạy.`,
  take: () => 'Hồ sơ do chính mình giữ cho đến khi trình ký. Thời hạn vẫn chạy.',
  propose: () => 'Lãnh đạo xem văn bản dưới đây rồi ký duyệt hoặc trả lại. Thời hạn vẫn chạy.',
  approve: ({ way }) => approvalMeans(way),
  recall: () => 'Hồ sơ về lại người đã trình để sửa rồi trình lại. Lãnh đạo không còn thấy để ký. Thời hạn vẫn chạy.',
  give_back: ({ department }) => `Hồ sơ về chờ ở ${department.name} cho đến khi có người khác nhận hoặc được giao. Thời hạn vẫn chạy.`,
  recall_forward: () => 'Hồ sơ về lại Một cửa để chuyển nơi khác. Phòng không còn thấy để nhận. Thời hạn vẫn chạy.',
  return_to_desk: () => 'Một cửa giữ hồ sơ cùng lý do, để chuyển nơi khác hoặc hỏi lại người nộp. Thời hạn vẫn chạy.',
  issue: () =>
    'Ghi số, ký hiệu của văn bản đã ký và đóng dấu. Thời hạn dừng tính, hồ sơ về Một cửa để trả, người nộp được báo qua thư điện tử nếu có.',
  return_to_signer: () => 'Hồ sơ về chờ ký duyệt cùng lý do. Thời hạn vẫn chạy.',
  reopen: () =>
    'Kết quả chưa trả cho ai nên còn rút lại được. Hồ sơ về người giải quyết để sửa rồi trình lại; thời hạn tính như chưa dừng. Người nộp được báo.',
  recall_payment: () =>
    'Rút được khi người nộp chưa nộp. Khoản đã yêu cầu không phải nộp nữa, vẫn ghi trong hồ sơ là đã hủy. Hồ sơ về người giải quyết, thời hạn chạy tiếp. Người nộp được báo.',
  ask_to_withdraw: () =>
    'Ghi khi người nộp đề nghị rút tại quầy hoặc bằng văn bản. Thời hạn tạm dừng; Một cửa trả lời trong 8 giờ làm việc. Người nộp được báo.',
  keep_going: () => 'Người nộp không rút nữa. Hồ sơ về chỗ trước khi xin rút, thời hạn chạy tiếp. Người nộp được báo.',
  send_back: () => 'Chuyên viên nhận lại hồ sơ cùng lý do để giải quyết tiếp. Thời hạn vẫn chạy.',
}

/** Steps that are about the result: its document stands on the page, and without one there is nothing to press. */
const ABOUT_RESULT: readonly ConfirmedStep[] = ['propose', 'approve', 'send_back', 'issue', 'return_to_signer', 'reopen']

/** Steps that go on with the result, so that it has to be there. */
const NEEDS_RESULT: readonly ConfirmedStep[] = ['propose', 'approve', 'issue']

const REASON: Partial<Record<ConfirmedStep, { label: string; hint: string }>> = {
  propose: { label: 'Ý kiến trình (không bắt buộc)', hint: 'Điều lãnh đạo cần biết khi ký.' },
  give_back: { label: 'Lý do trả lại', hint: 'Người nhận tiếp đọc được trong Quá trình.' },
  recall_forward: { label: 'Lý do rút về', hint: 'Ghi trong Quá trình.' },
  return_to_desk: { label: 'Lý do trả lại', hint: 'Một cửa đọc được trong Quá trình.' },
  return_to_signer: { label: 'Lý do trả lại', hint: 'Người ký đọc được trong Quá trình.' },
  recall_payment: { label: 'Lý do rút yêu cầu', hint: 'Người nộp đọc được lý do này trong Hồ sơ của tôi.' },
  reopen: { label: 'Lý do rút lại', hint: 'Ghi rõ chỗ sai. Chuyên viên đọc được trong Quá trình.' },
  ask_to_withdraw: { label: 'Lý do người nộp nêu (không bắt buộc)', hint: 'In trên Thông báo dừng giải quyết.' },
  keep_going: { label: 'Ghi chú (không bắt buộc)', hint: 'Ví dụ: đã gọi điện hỏi lại.' },
  send_back: { label: 'Lý do trả lại', hint: 'Ghi rõ phải sửa hoặc bổ sung gì. Chuyên viên đọc được trong Quá trình.' },
}

const OUTCOMES = [
  { value: 'GRANTED', label: OUTCOME_WORDS.GRANTED, hint: 'Văn bản kết quả cấp, xác nhận hoặc chấp thuận điều được đề nghị.' },
  { value: 'DECLINED', label: OUTCOME_WORDS.DECLINED, hint: 'Văn bản trả lời nêu rõ điều kiện không đạt và căn cứ.' },
] as const

type Confirming = { dossier: StaffDossier; step: ConfirmedStep; list: List | null; reasons: readonly Listed[] }

export function Confirm({ dossier, step, list, reasons }: Confirming) {
  const { results, dueAt, code } = dossier
  const isAboutResult = ABOUT_RESULT.includes(step)
  const lacks = NEEDS_RESULT.includes(step) && results.length === 0
  const reason = REASON[step]
  const opinions = step === 'propose' || step === 'approve' ? openOpinionWords(dossier.questions) : null
  return (
    <>
      <p>
        {MEANS[step](dossier)}
        {(step !== 'approve' || hasIssueStep(dossier.way)) && dueAt ? ` Hạn trả kết quả ${momentWords(dueAt)}.` : ''}
      </p>
      {isAboutResult && results.length > 0 ? (
        <section aria-labelledby="van-ban">
          <h2 id="van-ban">Văn bản kết quả</h2>
          {step !== 'propose' && dossier.outcome !== null ? (
            <p>
              Đề nghị: <strong>{OUTCOME_WORDS[dossier.outcome]}</strong>
            </p>
          ) : null}
          {step === 'approve' ? <ToOpen results={results} /> : <FileLinks files={results} />}
        </section>
      ) : null}
      {step === 'approve' ? <Opinion dossier={dossier} /> : null}
      {opinions === null ? null : (
        <Notice tone="soon">
          <p>{opinions}</p>
        </Notice>
      )}
      {lacks ? (
        <Notice tone="soon">
          <p>
            Chưa có văn bản kết quả. <a href={`${dossierHref(code, list)}#ket-qua`}>Đính kèm ở trang hồ sơ</a> rồi quay lại bước này.
          </p>
        </Notice>
      ) : (
        <>
          {step === 'propose' ? <FormRadios name="outcome" label="Kết quả giải quyết" choices={OUTCOMES} /> : null}
          {step === 'issue' ? (
            <FormText
              name="resultNumber"
              label="Số, ký hiệu văn bản"
              hint="Như trên văn bản đã đóng dấu, ví dụ 125/QĐ-UBND"
              width="half"
              autoComplete="off"
            />
          ) : null}
          {reason ? <Reason {...reason} reasons={reasons} /> : null}
          <Buttons>
            <SubmitButton>{BUTTON[step]}</SubmitButton>
            {step === 'approve' ? (
              <a className="btn btn--plain" href={stepHref(code, 'send_back', list)}>
                Trả lại chuyên viên
              </a>
            ) : null}
          </Buttons>
        </>
      )}
    </>
  )
}

/** The documents to be signed, each with whether this person has opened it: what was not seen is not signed, here as in the list. */
function ToOpen({ results }: { results: StaffDossier['results'] }) {
  return (
    <>
      <p className="note">Mở văn bản trước khi ký; chưa mở thì chưa ký được.</p>
      <ul className="result-files">
        {results.map((document) => {
          const { id, name, href, note } = fileOf(document)
          return (
            <li key={id}>
              <ResultLink href={href} name={name} about={note} isOpened={document.isOpened} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** What the specialist wrote for the one who signs, when it was proposed last. */
function Opinion({ dossier: { events } }: { dossier: StaffDossier }) {
  const proposed = events.find(({ step }) => step === 'propose')
  if (!proposed?.note) return null
  return (
    <p className="opinion">
      Ý kiến trình{proposed.by === null ? '' : ` của ${proposed.by}`}: “{proposed.note}”
    </p>
  )
}
