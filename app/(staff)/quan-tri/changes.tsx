import { toIsoLocal } from '@/lib/platform/local-date'
import type { findChanges } from '@/lib/staff/change-queries'
import { FORMER_OFFICER } from '@/lib/staff/words'
import { momentWords } from '@/lib/text/dates'
import type { OfficeTopic } from '@/prisma/generated/enums'
import { changeWords } from './change-words'

type Kept = Extract<Awaited<ReturnType<typeof findChanges>>, { ok: true }>['value']

/** Who changed what, newest first. `nameOf`: what a subject is called; left out: the page speaks of one thing alone. */
export function Changes(props: { topic: OfficeTopic; changes: Kept; nameOf?: (subject: string) => string }) {
  const { topic, changes, nameOf } = props
  return (
    <section className="changes" aria-labelledby="thay-doi">
      <h2 id="thay-doi">Thay đổi gần đây</h2>
      {changes.length === 0 ? (
        <p className="note">Chưa có thay đổi nào.</p>
      ) : (
        <ol className="plain">
          {changes.map(({ id, at, by, subject, ...change }) => (
            <li key={id}>
              <span className="note">
                <time dateTime={toIsoLocal(at)}>{momentWords(at)}</time>, {by ?? FORMER_OFFICER}
              </span>
              {changeWords(topic, nameOf?.(subject) ?? null, change)}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
