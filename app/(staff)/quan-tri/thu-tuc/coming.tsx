import { Notice } from '@/components/ui/notice'
import type { LocalDate } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'
import { versionsHref } from './addresses'

/** Versions that are announced and have not begun, each with its first day. */
export function Coming({ coming }: { coming: readonly { code: string; shortName: string; from: LocalDate }[] }) {
  return (
    <Notice>
      <p>
        <strong>Sắp có phiên bản mới:</strong>
      </p>
      <ul className="plain">
        {coming.map(({ code, shortName, from }) => (
          <li key={`${code} ${from}`}>
            <a href={versionsHref(code)}>{shortName}</a>, từ {dateWords(from)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
