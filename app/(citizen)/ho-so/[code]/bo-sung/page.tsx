import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { openMyDossier } from '@/app/(citizen)/open-my-dossier'
import { readUploadRefusal } from '@/app/api/uploads/refusal-cookie'
import { shown } from '@/app/shown'
import { answerErrors, AnswerFields } from '@/components/dossiers/answer-fields'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { elsewhere, paperHref } from '@/components/dossiers/file-words'
import { ErrorSummary } from '@/components/forms/error-summary'
import { SubmitButton } from '@/components/forms/submit-button'
import { Main, Phone } from '@/components/layout/citizen-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Button, Buttons } from '@/components/ui/button'
import { ALLOWED_FILES } from '@/lib/documents/words'
import { readSupplement } from '@/lib/dossiers/supplement-queries'
import { requireActor } from '@/lib/identity/session'
import { toIsoLocal } from '@/lib/platform/local-date'
import { momentWords } from '@/lib/text/dates'

type Address = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  return { title: (await searchParams).loi === undefined ? 'Bổ sung giấy tờ' : 'Lỗi: Bổ sung giấy tờ' }
}

/** What the office asks for, and nothing else: upload again, or say why there is none. Works without script, one sending at a time. */
export default async function SupplementPage({ params, searchParams }: Address) {
  const { code } = await openMyDossier((await params).code)
  const actor = await requireActor()
  const asked = await readSupplement(actor, { code })
  // Answered by an earlier press, or by the clerk meanwhile: the dossier's page says where it is now.
  if (!asked.ok && asked.code === 'step_not_possible') redirect(`/ho-so/${code}`)
  const supplement = await shown(asked)
  const { commune, items, isReceived } = supplement
  const errors = (await searchParams).loi === 'thieu' ? answerErrors(supplement) : {}
  return (
    <Main
      asideLabel="Cách khác"
      aside={
        <section>
          <h2>Không tiện gửi qua mạng?</h2>
          <p>
            Mang giấy tờ và mã hồ sơ đến Trung tâm Phục vụ hành chính công {commune.name}, {commune.address}, hoặc gọi{' '}
            <Phone number={commune.phone} />.
          </p>
        </section>
      }
    >
      <form
        action={`/api/uploads?purpose=supplement&code=${encodeURIComponent(code)}`}
        method="post"
        encType="multipart/form-data"
        className="stack"
        noValidate
      >
        <ErrorSummary errors={errors} message={await readUploadRefusal(code)} />
        <BackLink href={`/ho-so/${code}`}>Về hồ sơ</BackLink>
        <p className="kicker">
          Hồ sơ <DossierCode code={code} />, {supplement.procedure}
        </p>
        <h1>Bổ sung giấy tờ</h1>
        <p>
          Cơ quan yêu cầu bổ sung {items.length} mục lúc{' '}
          <time dateTime={toIsoLocal(supplement.askedAt)}>{momentWords(supplement.askedAt)}</time>.{' '}
          <a href={paperHref(supplement.paperId, elsewhere(supplement.communeId, actor.communeId))}>Phiếu yêu cầu bổ sung (tệp PDF)</a>
        </p>
        <p>
          {isReceived ? 'Thời hạn giải quyết tạm dừng cho đến khi Ông/Bà gửi bổ sung, rồi chạy tiếp. ' : ''}
          Chụp ảnh hoặc quét rõ cả trang. {ALLOWED_FILES}
        </p>
        <AnswerFields supplement={supplement} errors={errors} />
        <Buttons>
          <SubmitButton>Gửi bổ sung</SubmitButton>
          <Button look="plain" name="then" value="later">
            Lưu lại, gửi sau
          </Button>
        </Buttons>
      </form>
    </Main>
  )
}
