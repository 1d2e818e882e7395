import type { ReactNode } from 'react'
import { deleteHref, draftHref, STEPS, stepsDone } from '@/app/(citizen)/nop-ho-so/steps'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { DueChip } from '@/components/dossiers/due-chip'
import { elsewhere, fileHref } from '@/components/dossiers/file-words'
import { MineList } from '@/components/dossiers/my-dossiers'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { DoneTable } from '@/components/ui/table'
import { HANDED_OVER } from '@/lib/dossiers/hand-over-words'
import type { findMyDossiers } from '@/lib/dossiers/my-queries'
import { leadAt, STAGE_TAGS } from '@/lib/dossiers/words'
import { localDateOf, toIsoLocal } from '@/lib/platform/local-date'
import { dateWords, momentDayMonth, momentWords, weekdayDate } from '@/lib/text/dates'
import { inSentence } from '@/lib/text/typed-date'

type Mine = Extract<Awaited<ReturnType<typeof findMyDossiers>>, { ok: true }>['value']
type OpenRow = Mine['open'][number]

/** Open dossiers; `mustAct` frames those that wait for the person. `home`: the commune of this site. */
export function OpenDossiers({ rows, home, mustAct = false }: { rows: readonly OpenRow[]; home: number; mustAct?: boolean }) {
  return (
    <MineList
      mustAct={mustAct}
      items={rows.map((row, index) => {
        const { family, citizen } = STAGE_TAGS[row.stage]
        return {
          key: row.id,
          title: row.procedureVersion.name,
          href: `/ho-so/${row.code}`,
          code: row.code,
          stage: { family, label: citizen },
          children: (
            <>
              {row.communeId === home ? null : <p className="note">Nộp tại {row.commune.name}</p>}
              <Standing row={row} />
              {mustAct ? (
                <Buttons>
                  {row.stage === 'awaiting_supplement' ? (
                    <ButtonLink look={index === 0 ? 'primary' : 'plain'} href={`/ho-so/${row.code}/bo-sung`}>
                      Bổ sung giấy tờ
                    </ButtonLink>
                  ) : (
                    <ButtonLink look={index === 0 ? 'primary' : 'plain'} href={`/ho-so/${row.code}`}>
                      {row.stage === 'awaiting_payment' ? 'Xem khoản phải nộp' : 'Xem cách nhận kết quả'}
                    </ButtonLink>
                  )}
                </Buttons>
              ) : null}
            </>
          ),
        }
      })}
    />
  )
}

function Standing({ row }: { row: OpenRow }): ReactNode {
  if (row.asked !== null) return <WaitsFor asked={row.asked} clockStands={row.receivedAt !== null} />
  if (row.mustAct)
    return (
      <p>
        <strong>{leadAt(row.stage, true)}</strong> {row.next}
      </p>
    )
  if (row.finishedAt)
    return (
      <p>
        Xong <time dateTime={toIsoLocal(row.finishedAt)}>{momentWords(row.finishedAt)}</time>. {row.next}
      </p>
    )
  if (row.stage === 'withdrawal_asked')
    return (
      <p>
        Đã xin rút, thời hạn tạm dừng.
        {row.nextDueAt === null ? null : (
          <>
            {' '}
            Trả lời chậm nhất <time dateTime={toIsoLocal(row.nextDueAt)}>{momentWords(row.nextDueAt)}</time>.
          </>
        )}
      </p>
    )
  const at = row.appointmentAt ?? row.nextDueAt
  if (!at) return null
  return (
    <p className="due-row">
      {row.isPromiseBroken ? 'Đã quá ngày hẹn lại ' : row.isMoved ? 'Hẹn lại ' : row.appointmentAt ? 'Hẹn trả ' : 'Trả lời chậm nhất '}
      <strong>
        <time dateTime={toIsoLocal(at)}>{momentWords(at)}</time>
      </strong>{' '}
      {/* The chip stands to the due date, which an apology does not move. */}
      {row.standing === null || (row.isMoved && !row.isPromiseBroken) ? null : <DueChip standing={row.standing} toCitizen />}
    </p>
  )
}

/** Which papers the office waits for and why, since when, and that the clock stands meanwhile. */
function WaitsFor({ asked: { askedAt, items }, clockStands }: { asked: NonNullable<OpenRow['asked']>; clockStands: boolean }) {
  const day = <time dateTime={localDateOf(askedAt)}>{weekdayDate(localDateOf(askedAt))}</time>
  return (
    <>
      {items.map(({ position, name, reason }) => (
        <p key={position}>
          Bổ sung <strong>{name}</strong>: {inSentence(reason)}
        </p>
      ))}
      <p className="note">
        {clockStands ? (
          <>Thời hạn giải quyết đang tạm dừng từ {day} và tính tiếp khi Ông/Bà gửi bổ sung.</>
        ) : (
          <>Yêu cầu từ {day}. Hồ sơ được tiếp nhận khi đã đủ giấy tờ.</>
        )}
      </p>
    </>
  )
}

export function Drafts({ rows }: { rows: Mine['drafts'] }) {
  return (
    <MineList
      items={rows.map(({ id, procedure, name, savedAt, keptUntil, partsDone }) => {
        const place = { procedure, draft: id }
        return {
          key: id,
          title: name,
          href: draftHref(place),
          children: (
            <>
              <p className="note">
                Chưa gửi. Đã xong {stepsDone(partsDone)} trên {STEPS.length} bước, lưu lúc{' '}
                <time dateTime={toIsoLocal(savedAt)}>{momentDayMonth(savedAt)}</time>. Bản nháp tự xóa sau ngày{' '}
                <time dateTime={keptUntil}>{dateWords(keptUntil)}</time>.
              </p>
              <Buttons>
                <ButtonLink look="plain" href={draftHref(place)}>
                  Làm tiếp<span className="vh"> {name}</span>
                </ButtonLink>
                <a href={deleteHref(place)}>
                  Xóa bản nháp<span className="vh"> {name}</span>
                </a>
              </Buttons>
            </>
          ),
        }
      })}
    />
  )
}

export function DoneDossiers({ rows, home }: { rows: Mine['done']; home: number }) {
  return (
    <DoneTable
      caption="Hồ sơ đã xong"
      columns={[
        { key: 'what', head: 'Thủ tục', rowHeader: true },
        { key: 'when', head: 'Kết thúc' },
        { key: 'result', head: 'Kết quả' },
      ]}
      rows={rows.map(({ id, communeId, code, stage, closedAt, procedureVersion, results, handOver }) => ({
        key: id,
        cells: {
          what: (
            <>
              <a href={`/ho-so/${code}`}>{procedureVersion.name}</a>
              <br />
              <DossierCode code={code} />
            </>
          ),
          when: closedAt ? <time dateTime={toIsoLocal(closedAt)}>{dateWords(localDateOf(closedAt))}</time> : null,
          result:
            results.length === 0 ? (
              handOver ? (
                HANDED_OVER[handOver.method].tag.citizen
              ) : (
                STAGE_TAGS[stage].citizen
              )
            ) : (
              <>
                {results.map((file) => (
                  <a key={file.id} href={fileHref(file.id, elsewhere(communeId, home))}>
                    {procedureVersion.result}
                    <span className="vh">, tải tệp {file.fileName}</span>
                  </a>
                ))}
                {handOver?.method === 'POST' ? <span className="note"> {HANDED_OVER.POST.tag.citizen}</span> : null}
              </>
            ),
        },
      }))}
    />
  )
}
