import { FormTextarea } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import type { Step } from '@/lib/dossiers/move-rules'
import { momentWords } from '@/lib/text/dates'
import { dossierHref, type List } from '../../../addresses'
import { FileLinks } from '../papers'

/** The steps that one page confirms: what will happen, the document it is about, a reason where one is needed, one button. */
export type ConfirmedStep = Extract<Step, 'forward' | 'take' | 'propose' | 'recall' | 'approve' | 'send_back' | 'give_back'>

const BUTTON: Record<ConfirmedStep, string> = {
  forward: 'Chuyển phòng',
  take: 'Nhận xử lý hồ sơ',
  propose: 'Trình ký duyệt',
  approve: 'Ký duyệt kết quả',
  send_back: 'Trả lại chuyên viên',
  recall: 'Rút lại bản trình',
  give_back: 'Trả lại phòng',
}

/** What the step does, in full: who holds the dossier then, and what becomes of the clock. */
const MEANS: Record<ConfirmedStep, (dossier: StaffDossier) => string> = {
  forward: ({ department }) => `${department.name} giữ hồ sơ cho đến khi có người của phòng nhận xử lý. Thời hạn vẫn chạy.`,
  take: () => 'Hồ sơ do chính mình giữ cho đến khi trình ký. Thời hạn vẫn chạy.',
  propose: () => 'Lãnh đạo xem văn bản dưới đây rồi ký duyệt hoặc trả lại. Thời hạn vẫn chạy.',
  approve: () => 'Kết quả dưới đây được ban hành. Thời hạn dừng tính, hồ sơ về Một cửa để trả, người nộp được báo qua thư điện tử nếu có.',
  recall: () => 'Hồ sơ về lại người đã trình để sửa rồi trình lại. Lãnh đạo không còn thấy để ký. Thời hạn vẫn chạy.',
  give_back: ({ department }) => `Hồ sơ về chờ ở ${department.name} cho đến khi có người khác nhận hoặc được giao. Thời hạn vẫn chạy.`,
  send_back: () => 'Chuyên viên nhận lại hồ sơ cùng lý do để giải quyết tiếp. Thời hạn vẫn chạy.',
}

/** Steps that are about the result: its document stands on the page, and without one there is nothing to press. */
const ABOUT_RESULT: readonly ConfirmedStep[] = ['propose', 'approve', 'send_back']

const REASON: Partial<Record<ConfirmedStep, { label: string; hint: string }>> = {
  propose: { label: 'Ý kiến trình (không bắt buộc)', hint: 'Điều lãnh đạo cần biết khi ký.' },
  give_back: { label: 'Lý do trả lại', hint: 'Người nhận tiếp đọc được trong Quá trình.' },
  send_back: { label: 'Lý do trả lại', hint: 'Ghi rõ phải sửa hoặc bổ sung gì. Chuyên viên đọc được trong Quá trình.' },
}

export function Confirm({ dossier, step, list }: { dossier: StaffDossier; step: ConfirmedStep; list: List | null }) {
  const { results, dueAt, code } = dossier
  const isAboutResult = ABOUT_RESULT.includes(step)
  const lacks = isAboutResult && step !== 'send_back' && results.length === 0
  const reason = REASON[step]
  return (
    <>
      <p>
        {MEANS[step](dossier)}
        {step !== 'approve' && dueAt ? ` Hạn trả kết quả ${momentWords(dueAt)}.` : ''}
      </p>
      {isAboutResult && results.length > 0 ? (
        <section aria-labelledby="van-ban">
          <h2 id="van-ban">Văn bản kết quả</h2>
          <FileLinks files={results} />
        </section>
      ) : null}
      {lacks ? (
        <Notice tone="soon">
          <p>
            Chưa có văn bản kết quả. <a href={`${dossierHref(code, list)}#ket-qua`}>Đính kèm ở trang hồ sơ</a> rồi quay lại bước này.
          </p>
        </Notice>
      ) : (
        <>
          {reason ? <FormTextarea name="reason" label={reason.label} hint={reason.hint} maxLength={2000} /> : null}
          <Buttons>
            <SubmitButton>{BUTTON[step]}</SubmitButton>
          </Buttons>
        </>
      )}
    </>
  )
}
