import { formatNumber } from '@/lib/platform/money'
import type { YearRecord } from '@/lib/reports/queries'
import { onTimeWords } from '@/lib/reports/words'

const RECORD = '/cong-khai'

/** How far the office keeps its word, in a sentence: the last year that is over, or this one where there is none yet. */
export function RecordBox({ years }: { years: readonly YearRecord[] }) {
  const record = years.find(({ closed }) => closed) ?? years[0]
  if (!record) return null
  const { year, closed, figures } = record
  return (
    <section>
      <h2>Làm đúng hẹn đến đâu?</h2>
      <p>
        Năm {year}
        {closed ? '' : ' đến nay'}: giải quyết {formatNumber(figures.resolved.denominator)} hồ sơ, {onTimeWords(figures.onTime)}.
      </p>
      <p>
        <a className="tap" href={RECORD}>
          Xem số liệu công khai
        </a>
      </p>
    </section>
  )
}
