import { Notice } from '@/components/ui/notice'
import type { Followed, Moment, WayStop } from '@/lib/dossiers/followed'
import { sentenceCase } from '@/lib/text/dates'
import { DueChip } from './due-chip'
import { ExplainedDeadline } from './explained-deadline'
import { StageTag } from './stage-tag'
import { Timeline, type Stop } from './timeline'

/**
 * How a dossier is followed by the one who filed it, below the page's h1: where it is, whether something has to be done, by when the result
 * comes and why, the way behind and ahead. Roles, never names.
 */
export function FollowedDossier({ followed }: { followed: Followed }) {
  const { tag, place, promise, way } = followed
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
      <WhatToDo toDo={followed.toDo} />
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
  if (promise.kind === 'result')
    return (
      <>
        <h2>Hẹn trả kết quả</h2>
        {promise.deadline.frozen ? (
          <p>
            Thời hạn đang tạm dừng để chờ bổ sung giấy tờ. Dưới đây là ngày hẹn trước khi dừng; ngày hẹn mới được báo ngay khi Ông/Bà gửi bổ
            sung.
          </p>
        ) : null}
        <ExplainedDeadline
          dueAt={promise.at.iso}
          due={promise.at.text}
          standing={promise.standing}
          strip={promise.strip}
          reasons={promise.reasons}
        />
      </>
    )
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
        <DueChip standing={promise.standing} />
      </p>
      <p className="note">
        Cán bộ Một cửa trả lời trong 8 giờ làm việc{promise.isMoved ? '. Hồ sơ gửi ngoài giờ làm việc nên' : ','} tính từ{' '}
        <Time at={promise.countedFrom} />. Ngày hẹn trả kết quả được báo khi hồ sơ được tiếp nhận.
      </p>
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
