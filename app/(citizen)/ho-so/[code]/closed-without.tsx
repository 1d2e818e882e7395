import { startHref } from '@/app/(citizen)/nop-ho-so/steps'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { Panel } from '@/components/ui/notice'
import type { MyDossier } from '@/lib/dossiers/my-queries'
import { endedWithoutResult } from '@/lib/dossiers/unpaid'
import { Refunded } from './refunded'

/** Refused, taken back or stopped: nothing of it goes on. */
export const closedWithout = ({ stage }: MyDossier): boolean => endedWithoutResult(stage)

/** Why it was not received or was stopped, what of the money comes back, and where to file again: in the order in which it is asked. */
export function ClosedWithout({ dossier }: { dossier: MyDossier }) {
  const { refund, commune, procedureVersion, stage } = dossier
  const because = dossier.told.closedBecause
  const isRefused = stage === 'refused'
  return (
    <>
      {because === null ? null : (
        <Panel>
          <p>
            <strong>{isRefused ? 'Lý do không tiếp nhận:' : 'Lý do dừng giải quyết:'}</strong> {because}
          </p>
        </Panel>
      )}
      {stage === 'stopped' ? (
        <p>
          Bản giấy được trả lại, nếu có, ghi ở Thông báo dừng giải quyết, mục Giấy tờ của cơ quan ở dưới. Nhận lại tại quầy Một cửa trong
          giờ làm việc.
        </p>
      ) : null}
      {refund === null ? null : <Refunded refund={refund} isStopped={stage === 'stopped'} phone={commune.phone} />}
      <h2>Nộp lại ở đâu</h2>
      <p>
        {isRefused ? 'Khi đã sửa điều ghi ở lý do' : 'Cần làm lại'} thì nộp hồ sơ mới, ở đây hoặc tại Trung tâm Phục vụ hành chính công{' '}
        {commune.name}, {commune.address}.{isRefused ? ' Lý do ghi nơi nộp khác thì nộp ở nơi đó.' : ''}
      </p>
      <Buttons>
        <ButtonLink href={startHref(procedureVersion.procedureCode)}>Nộp hồ sơ mới</ButtonLink>
      </Buttons>
    </>
  )
}
