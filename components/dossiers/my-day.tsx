import { DossierCode } from '@/components/dossiers/dossier-code'
import { Notice } from '@/components/ui/notice'
import type { WarningKind } from '@/lib/dossiers/watch-rules'
import { momentDayMonth } from '@/lib/text/dates'

const WORDS: Record<WarningKind, (at: string) => string> = {
  step_soon: (at) => `sắp hết thời gian của bước này, ${at}`,
  due_tomorrow: (at) => `đến hạn trả ${at}`,
  step_late: (at) => `quá thời gian của bước này từ ${at}`,
  dossier_late: (at) => `quá hạn trả từ ${at}`,
}

type Warned = { kind: WarningKind; dueAt: Date; code: string; person: string | null; procedure: string }
type Drafted = { code: string; newDueAt: Date; appointmentAt: Date | null; procedure: string }

/** What the watchdog has to say to whoever opens the page, and the apologies that wait for their signature; nothing where there is nothing. */
export function MyDay({
  warnings,
  drafts,
  hrefOf,
  extendHrefOf,
}: {
  warnings: readonly Warned[]
  drafts: readonly Drafted[]
  hrefOf: (code: string) => string
  extendHrefOf: (code: string) => string
}) {
  if (warnings.length === 0 && drafts.length === 0) return null
  return (
    <Notice tone="soon">
      {warnings.length === 0 ? null : (
        <details open={warnings.length <= 3}>
          <summary>
            <strong>Cần chú ý: {warnings.length} nhắc việc</strong>
          </summary>
          <ul>
            {warnings.map(({ kind, dueAt, code, person, procedure }) => (
              <li key={`${code} ${kind}`}>
                <a href={hrefOf(code)}>
                  <DossierCode code={code} />
                </a>{' '}
                {procedure}, {person ?? 'người nộp'}: {WORDS[kind](momentDayMonth(dueAt))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {drafts.length === 0 ? null : (
        <details open={drafts.length <= 3}>
          <summary>
            <strong>Phiếu xin lỗi chờ ký: {drafts.length}</strong>
          </summary>
          <ul>
            {drafts.map(({ code, newDueAt, appointmentAt, procedure }) => (
              <li key={code}>
                <a href={extendHrefOf(code)}>
                  <DossierCode code={code} />
                </a>{' '}
                {procedure}: đã hẹn {appointmentAt ? momentDayMonth(appointmentAt) : ''}, đề nghị hẹn lại {momentDayMonth(newDueAt)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  )
}
