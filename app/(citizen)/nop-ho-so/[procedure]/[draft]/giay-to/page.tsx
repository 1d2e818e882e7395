import type { Metadata } from 'next'
import { titleWith } from '@/app/refused-request'
import { DefaultButton } from '@/components/forms/default-button'
import { ErrorSummary } from '@/components/forms/error-summary'
import { SubmitButton } from '@/components/forms/submit-button'
import { Main } from '@/components/layout/citizen-page'
import { Button, Buttons } from '@/components/ui/button'
import { DAY_LIMITS } from '@/lib/documents/rules'
import { ALLOWED_FILES, sizeInWords, UPLOAD_FAILURES } from '@/lib/documents/words'
import { fileBox } from '@/lib/dossiers/draft-rules'
import { sentenceOf } from '@/lib/text/refusals'
import { StepHead } from '../../../step-head'
import { type DraftAddress, openDraft, type OpenDraft } from '../open-draft'
import { PaperFields, PresentedPapers } from './paper-fields'

type Address = DraftAddress & { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Why a whole sending was not kept, by the word in the address. */
const FAILURES: Readonly<Record<string, string>> = {
  ...UPLOAD_FAILURES,
  dossier_full: sentenceOf({ code: 'dossier_full', detail: {} }),
  day_full: sentenceOf({ code: 'day_full', detail: { limit: sizeInWords(DAY_LIMITS.citizen) } }),
  busy: sentenceOf({ code: 'busy', detail: {} }),
}

/** What the last sending asks to be shown, said in the address because a redirect carries nothing else. */
async function trouble(address: Address, draft: OpenDraft): Promise<{ errors: Record<string, string>; message: string | null }> {
  const { loi } = await address.searchParams
  const refused = Object.entries(draft.data.refusedFiles).map(([position, sentence]) => [fileBox(Number(position)), sentence])
  const lacking = draft.missing.flatMap(({ part, field, sentence }) => (part === 'papers' ? [[field, sentence]] : []))
  if (loi === 'tep') return { errors: Object.fromEntries(refused), message: null }
  // A refused file leaves its box empty too; its own sentence says more than that something is missing.
  if (loi === 'thieu') return { errors: Object.fromEntries([...lacking, ...refused]), message: null }
  return { errors: {}, message: (typeof loi === 'string' && FAILURES[loi]) || null }
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const { errors, message } = await trouble(address, await openDraft(address, 'giay-to'))
  return { title: await titleWith('Giấy tờ', message !== null || Object.keys(errors).length > 0) }
}

export default async function PapersPage(address: Address) {
  const draft = await openDraft(address, 'giay-to')
  const { place, procedure } = draft
  const { errors, message } = await trouble(address, draft)
  return (
    <Main>
      <form action={`/api/uploads?draft=${draft.id}`} method="post" encType="multipart/form-data" className="stack" noValidate>
        <ErrorSummary errors={errors} message={message} />
        <StepHead place={place} path="giay-to" procedure={procedure.shortName} />
        <DefaultButton name="then" value="next" />
        <p>
          Chụp ảnh hoặc quét rõ cả trang, không mất góc. {ALLOWED_FILES} Ảnh chụp và bản quét được nhận là bản điện tử, không tính là bản
          chính.
        </p>
        <PaperFields draft={draft} errors={errors} />
        <PresentedPapers components={procedure.components} />
        <Buttons>
          <SubmitButton>Tiếp tục</SubmitButton>
          <Button look="plain" name="then" value="later">
            Lưu lại, làm sau
          </Button>
        </Buttons>
        <p className="note">Tệp lớn cần vài phút để tải lên. Chờ trang tiếp theo hiện ra rồi hãy đóng.</p>
      </form>
    </Main>
  )
}
