import type { Metadata } from 'next'
import { openMyDossier } from '@/app/(citizen)/open-my-dossier'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { FollowedDossier } from '@/components/dossiers/followed-dossier'
import { Sorry } from '@/components/dossiers/sorry'
import { Main, Phone } from '@/components/layout/citizen-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { CLOSED_STAGES } from '@/lib/dossiers/rules'
import { requireActor } from '@/lib/identity/session'
import { Asked } from './asked'
import { ClosedWithout, closedWithout } from './closed-without'
import { Filed, Papers, Result } from './filed'
import { KeepGoing } from './keep-going'
import { MustPay } from './must-pay'
import { Recalled } from './recalled'
import { TakenUp } from './taken-up'

type Address = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { code, procedureVersion } = await openMyDossier((await params).code)
  return { title: `${procedureVersion.name}, hồ sơ ${code}` }
}

/** What was just done, said only while it is the last thing that happened. */
const DONE: Readonly<Record<string, { step: string; sentence: string }>> = {
  'bo-sung': { step: 'answer', sentence: 'Đã gửi bổ sung. Cơ quan xem lại hồ sơ từ bây giờ.' },
  'xin-rut': { step: 'ask_to_withdraw', sentence: 'Đã gửi đề nghị rút hồ sơ.' },
  'giai-quyet-tiep': { step: 'keep_going', sentence: 'Hồ sơ được giải quyết tiếp.' },
  rut: { step: 'withdraw', sentence: 'Đã rút hồ sơ. Hồ sơ này không được giải quyết nữa.' },
}

export default async function MyDossierPage({ params, searchParams }: Address) {
  const dossier = await openMyDossier((await params).code)
  const { communeId } = await requireActor()
  const { commune, code, told } = dossier
  const { xong } = await searchParams
  const done = typeof xong === 'string' ? DONE[xong] : undefined
  return (
    <Main
      asideLabel="Nơi giải quyết"
      aside={
        <section>
          <h2>Cần hỏi</h2>
          <p>
            Trung tâm Phục vụ hành chính công {commune.name}, {commune.address}. Gọi <Phone number={commune.phone} /> trong giờ làm việc,
            đọc mã hồ sơ.
          </p>
        </section>
      }
    >
      <BackLink href="/ho-so">Về Hồ sơ của tôi</BackLink>
      <p className="kicker">
        Hồ sơ <DossierCode code={dossier.code} />
      </p>
      <h1>{dossier.procedureVersion.name}</h1>
      {done && done.step === dossier.lastStep ? (
        <Notice live>
          <p>{done.sentence}</p>
        </Notice>
      ) : null}
      <Result dossier={dossier} home={communeId} />
      <FollowedDossier
        followed={dossier.followed}
        saysWhatToDo={dossier.asked !== null || told.obligation !== null || dossier.mayKeepGoing || closedWithout(dossier)}
      >
        {dossier.asked === null ? null : <Asked code={code} asked={dossier.asked} lookAgainAt={dossier.nextDueAt} />}
        {told.obligation === null ? null : <MustPay obligation={told.obligation} commune={commune} />}
        {told.takenUp === null ? null : <TakenUp takenUp={told.takenUp} />}
        {told.recalled === null ? null : <Recalled recalled={told.recalled} />}
        {told.apology !== null && !CLOSED_STAGES.includes(dossier.stage) ? <Sorry apology={told.apology} commune={commune} /> : null}
        {dossier.mayKeepGoing ? <KeepGoing code={code} version={dossier.version} /> : null}
        {closedWithout(dossier) ? <ClosedWithout dossier={dossier} /> : null}
      </FollowedDossier>
      <Papers dossier={dossier} home={communeId} />
      <Filed dossier={dossier} home={communeId} />
      {dossier.mayWithdraw || dossier.mayAskToWithdraw ? (
        <p>
          <a href={`/ho-so/${code}/rut`}>{dossier.mayWithdraw ? 'Rút hồ sơ này' : 'Đề nghị rút hồ sơ này'}</a>
        </p>
      ) : null}
    </Main>
  )
}
