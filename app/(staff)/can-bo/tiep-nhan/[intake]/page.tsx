import type { Metadata } from 'next'
import { titleWith } from '@/app/refused-request'
import { shown } from '@/app/shown'
import { GivenState } from '@/components/forms/action-form'
import { DefaultButton } from '@/components/forms/default-button'
import { EForm } from '@/components/forms/e-form'
import { ErrorSummary } from '@/components/forms/error-summary'
import { KeepTyped } from '@/components/forms/keep-typed'
import { RequestId } from '@/components/forms/request-id'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { boxesOf } from '@/lib/counter/boxes'
import { findPeople, type IntakePage } from '@/lib/counter/queries'
import type { Outcome } from '@/lib/counter/intake-rules'
import { DAY_LIMITS } from '@/lib/documents/rules'
import { sizeInWords, UPLOAD_FAILURES } from '@/lib/documents/words'
import { fileBox } from '@/lib/dossiers/draft-rules'
import { newId } from '@/lib/platform/clock'
import { FOR_WHOM } from '@/lib/procedures/e-form'
import { sentenceOf } from '@/lib/text/refusals'
import { COUNTER } from '../../addresses'
import { type IntakeAddress, openIntake } from './open-intake'
import { Outcome as OutcomeColumn } from './outcome'
import { ForCommune } from './for-commune'
import { Papers } from './papers'
import { Person } from './person'

/** Why a whole sending was not kept or not received, by the word in the address. */
const FAILURES: Readonly<Record<string, string>> = {
  ...UPLOAD_FAILURES,
  dossier_full: sentenceOf({ code: 'dossier_full', detail: {} }),
  day_full: sentenceOf({ code: 'day_full', detail: { limit: sizeInWords(DAY_LIMITS.staff) } }),
  busy: sentenceOf({ code: 'busy', detail: {} }),
  request_reused: sentenceOf({ code: 'request_reused', detail: {} }),
  changed_meanwhile: 'Thủ tục này vừa có quy định mới. Bỏ hồ sơ đang nhập và chọn lại thủ tục.',
}

/** Which outcome an intake lacks something for, by the word in the address. */
const LACKS_FOR: Readonly<Record<string, Outcome>> = { thieu: 'receive', 'thieu-bo-sung': 'ask_for_more', 'thieu-tu-choi': 'refuse' }

type Trouble = { errors: Record<string, string>; message: string | null }

/** What the last sending asks to be shown, said in the address because a redirect carries nothing else. */
function trouble({ data, faults }: IntakePage, loi: unknown): Trouble {
  const refused = Object.entries(data.refusedFiles).map(([position, sentence]) => [fileBox(Number(position)), sentence])
  if (loi === 'tep') return { errors: Object.fromEntries(refused), message: null }
  const outcome = typeof loi === 'string' ? LACKS_FOR[loi] : undefined
  if (outcome) {
    const lacking = faults[outcome].map(({ field, sentence }) => [field, sentence])
    return { errors: Object.fromEntries(outcome === 'receive' ? [...lacking, ...refused] : lacking), message: null }
  }
  return { errors: {}, message: (typeof loi === 'string' && FAILURES[loi]) || null }
}

const isTrouble = ({ errors, message }: Trouble): boolean => message !== null || Object.keys(errors).length > 0

export async function generateMetadata(address: IntakeAddress): Promise<Metadata> {
  const { intake } = await openIntake(address)
  return { title: await titleWith('Tiếp nhận tại quầy', isTrouble(trouble(intake, (await address.searchParams).loi))) }
}

/** All of an intake on one page: who, what for, which papers, what comes of it. Each press keeps everything that was typed. */
export default async function IntakeFormPage(address: IntakeAddress) {
  const { actor, intake } = await openIntake(address)
  const { loi, tim } = await address.searchParams
  const { id, procedure, data, form, components, outdated } = intake
  const found = tim === undefined ? null : await shown(await findPeople(actor, { intakeId: id }))
  const state = trouble(intake, loi)
  const refused = loi === 'tep' || loi === 'thieu' ? data.refusedFiles : {}
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <form action={`/api/uploads?intake=${id}`} method="post" encType="multipart/form-data" className="stack" noValidate>
        <ErrorSummary errors={state.errors} message={state.message} />
        <DefaultButton name="then" value="enter" />
        <RequestId id={newId()} />
        <BackLink href={COUNTER}>Chọn thủ tục khác</BackLink>
        <h1>Tiếp nhận tại quầy</h1>
        <p className="step-about">{procedure.name}</p>
        <KeepTyped by={actor.staffId} />
        {outdated ? (
          <Notice tone="soon">
            <p>{FAILURES.changed_meanwhile}</p>
          </Notice>
        ) : null}
        <GivenState state={{ values: boxesOf(data), ...state }}>
          <div className="receive intake">
            <div>
              <ForCommune intake={intake} />
              <Person found={found} sought={data.sought} />
              <section aria-labelledby="yeu-cau">
                <h2 id="yeu-cau">Việc cần làm</h2>
                <EForm definition={form} said={{ [FOR_WHOM.me]: 'Cho người nộp' }} />
              </section>
              <Papers components={components} refused={refused} />
            </div>
            <OutcomeColumn intake={intake} />
          </div>
        </GivenState>
      </form>
    </main>
  )
}
