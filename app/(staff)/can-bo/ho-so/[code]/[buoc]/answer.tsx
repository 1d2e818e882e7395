import type { ReactNode } from 'react'
import { answerErrors, AnswerFields } from '@/components/dossiers/answer-fields'
import { ErrorSummary } from '@/components/forms/error-summary'
import { SubmitButton } from '@/components/forms/submit-button'
import { Button, Buttons } from '@/components/ui/button'
import type { Supplement } from '@/lib/dossiers/supplement-queries'

/** The clerk takes at the counter what the applicant brings: the same form as the applicant's own. `head` names the dossier. */
export function Answer(props: { supplement: Supplement; lacks: boolean; message: string | null; head: ReactNode }) {
  const { supplement, lacks, message, head } = props
  const errors = lacks ? answerErrors(supplement) : {}
  return (
    <form
      action={`/api/uploads?purpose=supplement&by=office&code=${encodeURIComponent(supplement.code)}`}
      method="post"
      encType="multipart/form-data"
      className="stack"
      noValidate
    >
      <ErrorSummary errors={errors} message={message} />
      {head}
      <p>Ghi nhận giấy tờ người nộp mang đến hoặc gửi tới. Hồ sơ về lại nơi đã yêu cầu và được kiểm tra tiếp.</p>
      <AnswerFields supplement={supplement} errors={errors} />
      <Buttons>
        <SubmitButton>Ghi nhận bổ sung</SubmitButton>
        <Button look="plain" name="then" value="later">
          Lưu lại, làm sau
        </Button>
      </Buttons>
    </form>
  )
}
