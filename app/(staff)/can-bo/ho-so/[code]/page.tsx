import type { Metadata } from 'next'
import { readUploadRefusal } from '@/app/api/uploads/refusal-cookie'
import { titleWith } from '@/app/refused-request'
import { DossierPage } from '@/components/dossiers/dossier-page'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Notice } from '@/components/ui/notice'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { findPlace } from '@/lib/dossiers/queue-queries'
import { HANDED_OVER } from '@/lib/dossiers/hand-over-words'
import { SHELF_WORDS } from '@/lib/dossiers/shelves'
import { isSentBack } from '@/lib/dossiers/sent-back'
import { NAME_DELETED, SENT_BACK_TAG, STAGE_TAGS } from '@/lib/dossiers/words'
import { dossierHref, type List, queueHref } from '../../addresses'
import { Agencies } from './agencies'
import { DoneNotice } from './done-notice'
import { History } from './history'
import { Next } from './next'
import { type DossierAddress, openDossier, titleOf, type OpenDossier } from './open-dossier'
import { AskedOfMe, Opinions } from './opinions'
import { Papers } from './papers'
import { mayAttach, Results } from './results'
import { SentBack } from './sent-back'
import { Supplements } from './supplements'
import { Deadline } from './deadline'
import { Way } from './way'
import { Who } from './who'

export async function generateMetadata(address: DossierAddress): Promise<Metadata> {
  const { title } = await titleOf(address)
  return { title: await titleWith(title, (await readUploadRefusal((await address.params).code)) !== null) }
}

/** Everything about one dossier on one screen: who and what, papers with result and history, deadline with the steps that may be taken. */
export default async function StaffDossierPage(address: DossierAddress) {
  const open = await openDossier(address)
  const { dossier, list } = open
  const { code, stage, applicant, procedure, holder, standing, handOver } = dossier
  const { xong } = await address.searchParams
  const ordinary = { family: STAGE_TAGS[stage].family, label: handOver ? HANDED_OVER[handOver.method].tag.staff : STAGE_TAGS[stage].staff }
  return (
    <DossierPage
      code={code}
      person={applicant?.fullName ?? NAME_DELETED}
      procedure={procedure.name}
      stage={isSentBack(dossier.events) ? SENT_BACK_TAG : ordinary}
      holder={holder}
      due={standing}
      path={pathTo(list)}
      place={await placeIn(open)}
      jump={dossier.steps.length === 0 ? null : { href: '#buoc', label: 'Xuống bước được làm' }}
      errors={await refusedUpload(dossier)}
      notice={
        <>
          {/* Whoever has just sent it back is told that by the notice of what was done. */}
          {typeof xong === 'string' && xong === dossier.events[0]?.step ? null : <SentBack dossier={dossier} />}
          {dossier.questions.some(({ mayAnswer }) => mayAnswer) ? (
            <Notice tone="soon">
              <AskedOfMe dossier={dossier} list={list} />
            </Notice>
          ) : null}
          <DoneNotice dossier={dossier} step={typeof xong === 'string' ? xong : null} />
        </>
      }
      way={<Way dossier={dossier} />}
      who={<Who dossier={dossier} />}
      papers={
        <>
          <Papers dossier={dossier} />
          <Supplements dossier={dossier} />
          <Agencies dossier={dossier} />
          <Results dossier={dossier} list={list} />
          <Opinions dossier={dossier} list={list} />
          <History dossier={dossier} />
        </>
      }
      steps={
        <>
          <Deadline dossier={dossier} />
          <Next dossier={dossier} list={list} />
        </>
      }
    />
  )
}

/** Why the last file was not taken, at its box while there is one. */
async function refusedUpload(dossier: StaffDossier) {
  const sentence = await readUploadRefusal(dossier.code)
  return mayAttach(dossier) ? (
    <ErrorSummary errors={sentence === null ? {} : { result: sentence }} message={null} />
  ) : (
    <ErrorSummary errors={{}} message={sentence} />
  )
}

function pathTo(list: List | null): { href: string; label: string } {
  const here = list ?? { shelf: 'mine' }
  return { href: queueHref(here), label: `Hàng đợi: ${SHELF_WORDS[here.shelf].title.toLocaleLowerCase('vi')}` }
}

/** "Hồ sơ 3 trên 9, Trước, Sau" within the list it was opened from; a step just taken may have moved it elsewhere. */
async function placeIn({ dossier, list, actor }: OpenDossier) {
  const found = list ? await findPlace(actor, { ...list, code: dossier.code }) : null
  const place = found?.ok ? found.value : null
  if (!list || place === null) return undefined
  return (
    <>
      <span>
        Hồ sơ {place.number} trên {place.of}
      </span>
      {place.before === null ? null : <a href={dossierHref(place.before, list)}>Trước</a>}
      {place.after === null ? null : <a href={dossierHref(place.after, list)}>Sau</a>}
    </>
  )
}
