import { FormRadios, FormText, FormTextarea } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { askedAt } from '@/lib/dossiers/way-rules'
import { momentWords } from '@/lib/text/dates'

/** The agency that the way of the procedure names, and the time that it allots there; three days where it says nothing. */
export function agencyOfWay({ way }: StaffDossier): Record<string, string> {
  const asked = askedAt('AGENCY', way)
  return { days: String(asked?.days ?? 3), ...(asked?.departmentCode ? { to: asked.departmentCode } : {}) }
}

/** Which agency does which part of the work, and in how many working days. */
export function AskAgency({ agencies }: { agencies: readonly { code: string; name: string }[] }) {
  if (agencies.length === 0) return <EmptyState title="Chưa khai báo cơ quan phối hợp nào. Nhờ người quản trị thêm." />
  return (
    <>
      <p>Cơ quan được chọn giữ hồ sơ cho đến khi có trả lời. Thời hạn vẫn chạy; nếu trả lời muộn thì hồ sơ ghi rõ muộn ở cơ quan đó.</p>
      <FormRadios name="to" label="Cơ quan phối hợp" choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} />
      <FormTextarea name="reason" label="Việc cần cơ quan đó làm" hint="Cơ quan đó đọc nguyên văn." maxLength={2000} />
      <FormText
        name="days"
        label="Trả lời trong mấy ngày làm việc"
        hint="Xác minh hộ tịch ở xã khác: 3 ngày làm việc. Hạn tính từ ngày mai, không quá hạn của hồ sơ."
        inputMode="numeric"
        width="four"
      />
      <Buttons>
        <SubmitButton>Chuyển cơ quan phối hợp</SubmitButton>
      </Buttons>
    </>
  )
}

/** What came back from the agency. */
export function AgencyAnswer({ dossier }: { dossier: StaffDossier }) {
  const leg = dossier.agencyLegs.find(({ returnedAt }) => returnedAt === null)
  return (
    <>
      {leg ? (
        <p>
          {leg.agency} được hỏi lúc {momentWords(leg.handedAt)}, hạn trả lời {momentWords(leg.dueAt)}: {leg.request}
        </p>
      ) : null}
      <FormTextarea
        name="reason"
        label="Nội dung trả lời"
        hint="Ghi số, ngày văn bản trả lời và kết luận. Người giải quyết đọc nguyên văn."
        maxLength={2000}
      />
      <Buttons>
        <SubmitButton>Ghi trả lời</SubmitButton>
      </Buttons>
    </>
  )
}
