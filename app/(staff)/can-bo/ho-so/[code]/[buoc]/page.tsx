import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { readUploadRefusal } from '@/app/api/uploads/refusal-cookie'
import { readRefusal } from '@/app/refused-request'
import { nowhere, shown } from '@/app/shown'
import { ErrorSummary } from '@/components/forms/error-summary'
import { ActionForm } from '@/components/forms/action-form'
import { RequestId } from '@/components/forms/request-id'
import { DueChip } from '@/components/dossiers/due-chip'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/notice'
import type { Actor } from '@/lib/access/policy'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import type { Step } from '@/lib/dossiers/move-rules'
import { moveOf } from '@/lib/dossiers/rules'
import { findAgencies, findReceivers } from '@/lib/dossiers/receiver-queries'
import { reasonKindOf } from '@/lib/dossiers/reason-rules'
import { findReasons } from '@/lib/dossiers/reason-queries'
import { readSupplement } from '@/lib/dossiers/supplement-queries'
import { STEP_WORDS } from '@/lib/dossiers/step-words'
import { STAGE_TAGS } from '@/lib/dossiers/words'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import type { ReasonKind } from '@/prisma/generated/enums'
import { dossierHref, feeHref, type List, listFields, stepOfPath } from '../../../addresses'
import {
  answerForAgencyAction,
  askAgencyAction,
  askForMoreAction,
  askForPaymentAction,
  extendDossierAction,
  handOverResultAction,
  passOnAction,
  performStepAction,
  receiveDossierAction,
  refuseDossierAction,
  stopDossierAction,
  takeUpAgainAction,
} from '../../actions'
import { type DossierAddress, openDossier, titleOf } from '../open-dossier'
import { waitingWords } from '../next'
import { AgencyAnswer, agencyOfWay, AskAgency } from './agency'
import { Answer } from './answer'
import { AskForMore } from './ask-for-more'
import { AskForPayment } from './ask-for-payment'
import { Confirm } from './confirm'
import { Extend } from './extend'
import { extensionBefore } from './extension-form'
import { HandOver } from './hand-over'
import { checksBefore } from './receipt-form'
import { PassOn } from './pass-on'
import { Receive } from './receive'
import { Refuse } from './refuse'
import { Stop } from './stop'
import { askedBefore } from './supplement-form'
import { TakeUpAgain } from './take-up-again'

type StepAddress = Omit<DossierAddress, 'params'> & { params: Promise<{ code: string; buoc: string }> }

export async function generateMetadata(address: StepAddress): Promise<Metadata> {
  const step = stepOfPath((await address.params).buoc)
  return titleOf(address, step ? STEP_WORDS[step].action : undefined)
}

/** One step of a dossier with all that it needs: a check, a reason, a receiver, or only the word that it shall be done. */
export default async function StepPage(address: StepAddress) {
  const step = stepOfPath((await address.params).buoc) ?? (await nowhere())
  const { dossier, list, actor } = await openDossier(address)
  const isPermitted = dossier.steps.some((permitted) => permitted.step === step)
  if (!isPermitted) return <NotNow dossier={dossier} list={list} step={step} refusal={await readRefusal()} />
  switch (step) {
    case 'receive':
      return (
        <Main isWide>
          <ActionForm action={receiveDossierAction} start={{ ...EMPTY_FORM, values: checksBefore(dossier.components) }}>
            <Head dossier={dossier} list={list} step={step} />
            <Receive dossier={dossier} />
          </ActionForm>
        </Main>
      )
    case 'ask_for_more':
    case 'ask_again':
      return (
        <Main>
          <ActionForm action={askForMoreAction} start={{ ...EMPTY_FORM, values: askedBefore(dossier.components) }}>
            <Head dossier={dossier} list={list} step={step} />
            <AskForMore dossier={dossier} reasons={await reasonsFor(actor, 'SUPPLEMENT')} />
          </ActionForm>
        </Main>
      )
    case 'refuse':
      return (
        <Main>
          <ActionForm action={refuseDossierAction} start={EMPTY_FORM}>
            <Head dossier={dossier} list={list} step={step} />
            <Refuse reasons={await reasonsFor(actor, reasonKindOf(step))} />
          </ActionForm>
        </Main>
      )
    case 'answer':
      return (
        <Main>
          <Answer
            supplement={await shown(await readSupplement(actor, { code: dossier.code }))}
            lacks={(await address.searchParams).loi === 'thieu'}
            message={await readUploadRefusal(dossier.code)}
            head={<Title dossier={dossier} list={list} step={step} />}
          />
        </Main>
      )
    case 'assign':
    case 'pass_on':
    case 'pass_to_department':
      return (
        <Main>
          <ActionForm action={passOnAction} start={EMPTY_FORM}>
            <Head dossier={dossier} list={list} step={step} />
            <PassOn step={step} receivers={await shown(await findReceivers(actor, { code: dossier.code, step }))} />
          </ActionForm>
        </Main>
      )
    case 'stop':
    case 'confirm_withdrawal':
      return (
        <Main>
          <ActionForm action={stopDossierAction} start={{ ...EMPTY_FORM, values: { refund: 'yes' } }}>
            <Head dossier={dossier} list={list} step={step} />
            <Stop dossier={dossier} step={step} reasons={await reasonsFor(actor, reasonKindOf(step))} />
          </ActionForm>
        </Main>
      )
    case 'take_up_again':
      return (
        <Main>
          <ActionForm action={takeUpAgainAction} start={EMPTY_FORM}>
            <Head dossier={dossier} list={list} step={step} />
            <TakeUpAgain dossier={dossier} />
          </ActionForm>
        </Main>
      )
    case 'extend':
      return (
        <Main>
          <ActionForm action={extendDossierAction} start={{ ...EMPTY_FORM, values: extensionBefore(dossier.extension) }}>
            <Head dossier={dossier} list={list} step={step} />
            <Extend dossier={dossier} reasons={await reasonsFor(actor, reasonKindOf(step))} />
          </ActionForm>
        </Main>
      )
    case 'ask_agency':
      return (
        <Main>
          <ActionForm action={askAgencyAction} start={{ ...EMPTY_FORM, values: agencyOfWay(dossier) }}>
            <Head dossier={dossier} list={list} step={step} />
            <AskAgency agencies={await shown(await findAgencies(actor, { code: dossier.code }))} />
          </ActionForm>
        </Main>
      )
    case 'agency_answer':
      return (
        <Main>
          <ActionForm action={answerForAgencyAction} start={EMPTY_FORM}>
            <Head dossier={dossier} list={list} step={step} />
            <AgencyAnswer dossier={dossier} />
          </ActionForm>
        </Main>
      )
    case 'ask_for_payment':
      return (
        <Main>
          <ActionForm action={askForPaymentAction} start={EMPTY_FORM}>
            <Head dossier={dossier} list={list} step={step} />
            <AskForPayment />
          </ActionForm>
        </Main>
      )
    // The page of the cashier records it, with the proof.
    case 'confirm_payment':
      return redirect(feeHref(dossier.code))
    case 'withdraw':
      return <NotNow dossier={dossier} list={list} step={step} refusal={null} />
    case 'hand_over':
      return (
        <Main>
          <ActionForm action={handOverResultAction} start={{ ...EMPTY_FORM, values: { method: dossier.returnMethod } }}>
            <Head dossier={dossier} list={list} step={step} />
            <HandOver dossier={dossier} />
          </ActionForm>
        </Main>
      )
    default:
      return (
        <Main>
          <ActionForm action={performStepAction} start={EMPTY_FORM}>
            <Head dossier={dossier} list={list} step={step} />
            <Confirm dossier={dossier} list={list} step={step} reasons={await reasonsFor(actor, reasonKindOf(step))} />
          </ActionForm>
        </Main>
      )
  }
}

/** The office's reasons to choose from; none for a step that has no list. */
const reasonsFor = async (actor: Actor, kind: ReasonKind | null) => (kind === null ? [] : shown(await findReasons(actor, { kind })))

function Main({ children, isWide = false }: { children: ReactNode; isWide?: boolean }) {
  if (!isWide) return <StaffMain>{children}</StaffMain>
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      {children}
    </main>
  )
}

type StepProps = { dossier: StaffDossier; list: List | null; step: Step }

/** Which dossier the form around is about, and what the server needs to know of the page: its version, its request, where it came from. */
function Head({ dossier, list, step }: StepProps) {
  const { code, version } = dossier
  return (
    <>
      <RequestId id={newId()} />
      {[['code', code], ['version', String(version)], ['step', step], ...listFields(list)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Title dossier={dossier} list={list} step={step} />
    </>
  )
}

/** The step and the dossier it is about. */
function Title({ dossier, list, step }: StepProps) {
  const { code, applicant, procedure, standing } = dossier
  return (
    <>
      <BackLink href={dossierHref(code, list)}>Về hồ sơ</BackLink>
      <h1>{STEP_WORDS[step].action}</h1>
      <p className="step-about">
        <DossierCode code={code} /> {applicant?.fullName}, {procedure.name} {standing === null ? null : <DueChip standing={standing} />}
      </p>
    </>
  )
}

/** Somebody was first, or the step belongs to somebody else: what is true now, and the way back. */
function NotNow({ dossier, list, step, refusal }: StepProps & { refusal: string | null }) {
  const { code, stage } = dossier
  return (
    <StaffMain>
      <ErrorSummary errors={{}} message={refusal} />
      <BackLink href={dossierHref(code, list)}>Về hồ sơ</BackLink>
      <h1>{STEP_WORDS[step].action}</h1>
      <EmptyState
        title={
          moveOf(stage, step) === null
            ? `Hồ sơ ${code} đang ở giai đoạn “${STAGE_TAGS[stage].staff}” nên không làm được bước này.`
            : `Bước này của hồ sơ ${code} không thuộc việc của tài khoản này.`
        }
      >
        <p>{waitingWords(dossier)}</p>
        <p>
          <a href={dossierHref(code, list)}>Xem hồ sơ {code}</a>
        </p>
      </EmptyState>
    </StaffMain>
  )
}
