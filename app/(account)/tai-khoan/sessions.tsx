import { RequestId } from '@/components/forms/request-id'
import { Button } from '@/components/ui/button'
import { browserWords } from '@/lib/identity/words'
import { newId } from '@/lib/platform/clock'
import { localDateOf } from '@/lib/platform/local-date'
import { momentDayMonth, timeWords } from '@/lib/text/dates'
import { endMySessionsAction } from './actions'

type Session = { id: string; isHere: boolean; createdAt: Date; lastSeenAt: Date; userAgent: string }

/** Where the account is signed in now; each can be ended, so that a forgotten computer is no danger. */
export function Sessions({ sessions, now }: { sessions: readonly Session[]; now: Date }) {
  const others = sessions.filter(({ isHere }) => !isHere)
  return (
    <section aria-labelledby="phien" className="stack">
      <h2 id="phien">Đang đăng nhập ở</h2>
      <ul className="sessions">
        {sessions.map(({ id, isHere, createdAt, lastSeenAt, userAgent }) => (
          <li key={id}>
            <div>
              <strong>{browserWords(userAgent)}</strong>
              {isHere ? ', phiên này' : ''}
              <span className="note">
                Đăng nhập {momentDayMonth(createdAt)}
                {isHere ? '' : `, dùng lần cuối ${when(lastSeenAt, now)}`}
              </span>
            </div>
            {isHere ? null : <EndButton sessionId={id} label={`Kết thúc phiên ${browserWords(userAgent)}`} />}
          </li>
        ))}
      </ul>
      {others.length === 0 ? <p className="note">Không có phiên nào khác.</p> : null}
      {others.length > 1 ? <EndButton sessionId="others" label="Kết thúc mọi phiên khác" /> : null}
    </section>
  )
}

const when = (at: Date, now: Date): string => (localDateOf(at) === localDateOf(now) ? timeWords(at) : momentDayMonth(at))

function EndButton({ sessionId, label }: { sessionId: string; label: string }) {
  return (
    <form action={endMySessionsAction}>
      <RequestId id={newId()} />
      <input type="hidden" name="sessionId" value={sessionId} />
      <Button look="plain">{label}</Button>
    </form>
  )
}
