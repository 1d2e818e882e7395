import type { ReactNode } from 'react'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import type { Followed, Moment, WayStop } from '@/lib/dossiers/followed'
import { sentenceCase } from '@/lib/text/dates'
import { DueChip } from './due-chip'
import { Counted, ExplainedDeadline } from './explained-deadline'
import { StageTag } from './stage-tag'
import { Timeline, type Stop } from './timeline'

type Props = {
  followed: Followed
  /** What the page has to say of this dossier right after where it is. */
  children?: ReactNode
  /** Whether the page says itself what is to be done. */
  saysWhatToDo?: boolean
}

/**
 * How a dossier is followed by the one who filed it, below the page's h1: where it is, whether something has to be done, by when the result
 * comes and why, the way behind and ahead. Roles, never names.
 */
export function FollowedDossier({ followed, children, saysWhatToDo = false }: Props) {
  const { tag, place, offices, promise, way } = followed
  return (
    <>
      <p>
        <StageTag {...tag} />
      </p>
      <p>
        {place.lead} <strong>{place.holder}</strong>
        {place.at === null ? '' : `, ${place.at}`}
        {place.purpose === '' ? '' : `, ${place.purpose}`}.
      </p>
      {offices === null ? null : (
        <Facts
          facts={[
            { term: 'Nơi nhận hồ sơ', value: offices.received },
            { term: 'Cơ quan giải quyết', value: offices.decides },
            { term: 'Nơi trả kết quả', value: offices.result },
          ]}
        />
      )}
      {children}
      {saysWhatToDo ? null : <WhatToDo toDo={followed.toDo} />}
      {promise === null ? null : <Promised promise={promise} />}
      <h2>Hồ sơ đã đi đến đâu</h2>
      <Timeline stops={way.map(drawn)} />
    </>
  )
}

/** "Lúc này Ông/Bà không phải làm gì" is an answer too; what has to be done asks for more attention. */
function WhatToDo({ toDo }: { toDo: Followed['toDo'] }) {
  return (
    <Notice tone={toDo.mustAct ? 'soon' : 'info'}>
      <p>
        <strong>{toDo.lead}</strong> {toDo.next}
      </p>
    </Notice>
  )
}

/** Before receipt by when the office answers; from then on the day of the result and how it was counted. */
function Promised({ promise }: { promise: NonNullable<Followed['promise']> }) {
  if (promise.kind === 'result') return <Result promise={promise} />
  return (
    <>
      <h2>Khi nào có trả lời?</h2>
      <p className="due-cit">
        <span>
          Chậm nhất{' '}
          <strong>
            <Time at={promise.by} />
          </strong>
        </span>
        <DueChip standing={promise.standing} toCitizen />
      </p>
      <p className="note">
        Cán bộ Một cửa trả lời trong 8 giờ làm việc{promise.isMoved ? '. Hồ sơ gửi ngoài giờ làm việc nên' : ','} tính từ{' '}
        <Time at={promise.countedFrom} />. Ngày hẹn trả kết quả được báo khi hồ sơ được tiếp nhận.
      </p>
    </>
  )
}

/** The day of the result: the appointment; what became of it, once it is done; that it stands still, while the office waits for her. */
function Result({ promise }: { promise: Extract<NonNullable<Followed['promise']>, { kind: 'result' }> }) {
  const { at, counted, isBroken, done, standing, strip, reasons, deadline, answerBy, goesOn } = promise
  const why = { strip, reasons }
  if (done)
    return (
      <>
        <h2>Có kết quả khi nào</h2>
        <ExplainedDeadline lead="Xong" at={done} standing={standing} {...why} below={<>Đã hẹn trả {<Time at={at} />}.</>} />
      </>
    )
  if (!deadline.frozen && counted)
    return (
      <>
        <h2>Hẹn trả kết quả</h2>
        <p className="due-cit">
          <strong>
            <Time at={at} />
          </strong>
          {isBroken ? <DueChip standing={standing} toCitizen /> : null}
        </p>
        <p>
          {isBroken ? <strong>Đã quá ngày hẹn lại.</strong> : 'Đây là ngày hẹn lại.'} Hạn đã hẹn lúc đầu là <Time at={counted} />; đúng hạn
          hay quá hạn vẫn tính theo ngày đó.
        </p>
        <Counted {...why} question="Hạn lúc đầu được tính thế nào?" />
      </>
    )
  if (!deadline.frozen)
    return (
      <>
        <h2>Hẹn trả kết quả</h2>
        <ExplainedDeadline at={at} standing={standing} {...why} />
      </>
    )
  return (
    <>
      <h2>Hẹn trả kết quả</h2>
      <p className="due-cit">
        <strong>Thời hạn đang tạm dừng</strong>
        <DueChip standing={standing} toCitizen />
      </p>
      <p>
        {answerBy === null ? null : (
          <>
            Đề nghị rút được trả lời chậm nhất <Time at={answerBy} />.{' '}
          </>
        )}
        Trước khi dừng: <Time at={at} />. {goesOn},{' '}
        {deadline.frozen.remainingDays === null
          ? 'phần thời gian còn lại tính tiếp và ngày hẹn mới được báo ngay.'
          : 'ngày hẹn dời đúng số ngày đã chờ và được báo ngay.'}
      </p>
      <Counted {...why} question="Ngày hẹn trước khi dừng được tính thế nào?" />
    </>
  )
}

function drawn({ standing, what, from, to, isOpen, who }: WayStop): Stop {
  const note =
    from && (to || isOpen) ? (
      <>
        Từ <Time at={from} />
        {to ? (
          <>
            {' '}
            đến <Time at={to} />
          </>
        ) : null}
        , {who}
      </>
    ) : from || to ? (
      <>
        <Time at={from ?? to} />, {who}
      </>
    ) : (
      sentenceCase(who)
    )
  return { standing, what, note }
}

function Time({ at }: { at: Moment | null }) {
  return at && <time dateTime={at.iso}>{at.text}</time>
}
