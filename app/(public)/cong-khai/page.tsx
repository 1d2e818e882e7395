import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { percent } from '@/components/dossiers/figure-tile'
import { Main } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { type Fact, Facts } from '@/components/ui/facts'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { localDateOf } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import { yearPeriod } from '@/lib/reports/period'
import { type Figures, readPublicRecord, type YearRecord } from '@/lib/reports/queries'
import { FIGURES, type Figure } from '@/lib/reports/rules'
import { definitionOf, FIGURE_WORDS } from '@/lib/reports/words'
import { dateWords, timeWords } from '@/lib/text/dates'

export const metadata: Metadata = { title: 'Công khai kết quả giải quyết' }

/** What the office shows of itself to everyone: this year so far and the last one that is over, each figure with its definition. */
export default async function RecordPage() {
  const [site, actor] = await Promise.all([currentSite(), requireActor()])
  const { now, years } = await shown(await readPublicRecord(actor, {}))
  const today = dateWords(localDateOf(now))
  return (
    <>
      <Breadcrumbs path={[{ href: '/', label: 'Thủ tục' }]} />
      <Main>
        <h1>Công khai kết quả giải quyết</h1>
        <p className="lead">
          Số liệu của {site.name}, đếm từ hồ sơ lúc {timeWords(now)} ngày {today}. Dưới mỗi con số là cách tính.
        </p>
        {years.map((record) => (
          <Year key={record.year} record={record} today={today} />
        ))}
        <p className="note">Chỉ số 2.1, 3.6, 4.2: Bộ chỉ số theo Quyết định 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ.</p>
      </Main>
    </>
  )
}

function Year({ record: { year, closed, figures }, today }: { record: YearRecord; today: string }) {
  const { from, to } = yearPeriod(year)
  return (
    <>
      <h2>
        Năm {year}
        {closed ? '' : `, đến ngày ${today}`}
      </h2>
      <Facts facts={FIGURES.map((figure) => factOf(figure, figures))} />
      <p>
        <a className="tap" href={`/api/v1/stats?from=${from}&to=${to}`}>
          Số liệu năm {year} cho máy đọc (JSON)
        </a>
      </p>
    </>
  )
}

function factOf(figure: Figure, figures: Figures): Fact {
  const { name, of, exceptions } = FIGURE_WORDS[figure]
  const { numerator, denominator } = figures[figure]
  return { term: name, value: valueOf({ numerator, denominator, of, isCount: exceptions === null }), note: definitionOf(figure) }
}

function valueOf({ numerator, denominator, of, isCount }: { numerator: number; denominator: number; of: string; isCount: boolean }) {
  if (isCount)
    return (
      <>
        <strong>{formatNumber(denominator)}</strong> {of}
      </>
    )
  if (denominator === 0) return `chưa có ${of}`
  return (
    <>
      <strong>{percent(numerator, denominator)}</strong>, {formatNumber(numerator)} trên {formatNumber(denominator)} {of}
    </>
  )
}
