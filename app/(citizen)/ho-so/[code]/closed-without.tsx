import { startHref } from '@/app/(citizen)/nop-ho-so/steps'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { Panel } from '@/components/ui/notice'
import type { MyDossier } from '@/lib/dossiers/my-queries'
import { endedWithoutResult } from '@/lib/dossiers/unpaid'
import { Refunded } from './refunded'

/** Refused or taken back: nothing of it goes on. */
export const closedWithout = ({ stage }: MyDossier): boolean => endedWithoutResult(stage)

/** Why it was not received, what of the money comes back, and where to file again: in the order in which it is asked. */
export function ClosedWithout({ dossier }: { dossier: MyDossier }) {
  const { refusedBecause, refund, commune, procedureVersion, stage } = dossier
  return (
    <>
      {refusedBecause === null ? null : (
        <Panel>
          <p>
            <strong>Lý do không tiếp nhận:</strong> {refusedBecause}
          </p>
        </Panel>
      )}
      {stage === 'stopped' ? <p>Lý do và giấy tờ được trả lại ghi ở Thông báo dừng giải quyết, mục Giấy tờ của cơ quan ở dưới.</p> : null}
      {refund === null ? null : <Refunded refund={refund} phone={commune.phone} />}
      <h2>Nộp lại ở đâu</h2>
      <p>
        {refusedBecause === null ? 'Cần làm lại' : 'Khi đã sửa điều ghi ở lý do'} thì nộp hồ sơ mới, ở đây hoặc tại Trung tâm Phục vụ hành
        chính công {commune.name}, {commune.address}.{refusedBecause === null ? '' : ' Lý do ghi nơi nộp khác thì nộp ở nơi đó.'}
      </p>
      <Buttons>
        <ButtonLink href={startHref(procedureVersion.procedureCode)}>Nộp hồ sơ mới</ButtonLink>
      </Buttons>
    </>
  )
}
