import { MonthChart, type Share, ShareChart, StandingChart } from '@/components/charts/charts'
import { periodWords } from '@/lib/reports/period'
import type { FieldOrDepartment, Figures, Point } from '@/lib/reports/queries'
import type { Period } from '@/lib/reports/rules'
import { BUCKET_WORDS } from '@/lib/reports/words'
import type { BucketUnit } from '@/lib/reports/period'
import { joinWords, sentenceCase } from '@/lib/text/dates'
import { countedHref, todayHref } from './addresses'
import type { Today } from './today'

/** Fields that stand by themselves; the others are one bar, and each is found in the lists by its filter. */
const FIELDS_SHOWN = 8

type Report = {
  period: Period
  figures: Figures
  byField: readonly FieldOrDepartment[]
  byDepartment: readonly FieldOrDepartment[]
  unit: BucketUnit
  series: readonly Point[]
}

export function Charts({
  report,
  today,
  whole,
  department,
}: {
  report: Report
  today: Today
  whole: string
  department: string | undefined
}) {
  return (
    <div className="charts">
      <OverTime {...report} />
      <OpenNow today={today} whole={whole} />
      <ByField {...report} department={department} />
      {/* One department alone is the tile above. */}
      {report.byDepartment.length < 2 ? null : <ByDepartment {...report} />}
    </div>
  )
}

function OverTime({ period, figures, unit, series }: Report) {
  const one = BUCKET_WORDS[unit]
  return (
    <MonthChart
      title={`Tiếp nhận và giải quyết theo ${one}, ${periodWords(period)}`}
      sentence={`Cột theo ${one}: ${extremes(series, unit)} Số liệu trong bảng bên dưới.`}
      table={`Bảng số liệu theo ${one}`}
      head={sentenceCase(one)}
      months={series}
      sum={{ name: 'Cả kỳ', received: figures.received.denominator, resolved: figures.resolved.denominator }}
    />
  )
}

/** What can be seen in the columns, in a sentence. */
function extremes(series: readonly Point[], unit: BucketUnit): string {
  const sorted = series.toSorted((a, b) => a.received - b.received)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (!least || !most || most.received === 0) return 'chưa tiếp nhận hồ sơ nào trong kỳ.'
  const at = ({ received, short }: Point) => `${received} (${BUCKET_WORDS[unit]} ${short})`
  return least === most ? `tiếp nhận ${at(most)}.` : `tiếp nhận thấp nhất ${at(least)}, cao nhất ${at(most)}.`
}

function OpenNow({ today: { holders, all }, whole }: { today: Today; whole: string }) {
  return (
    <StandingChart
      title="Đang mở lúc này, theo nơi giữ và thời gian còn lại"
      sentence={`Thanh chồng theo nơi giữ: ${joinWords(holders.map(({ name, total }) => `${name} ${total}`))}. Số liệu trong bảng bên dưới.`}
      table="Bảng số liệu theo nơi giữ"
      head="Nơi giữ"
      holders={holders.map(({ code, ...counts }) => ({ ...counts, href: todayHref('open', { department: code }) }))}
      all={{ name: sentenceCase(whole), ...all }}
    />
  )
}

const numbers = ({ received, onTime, online, digitised }: Figures): readonly [number, number, number, number] => [
  received.denominator,
  onTime.numerator,
  online.numerator,
  digitised.numerator,
]

const shareOf = (name: string, figures: Figures): Share => {
  const [count, ...more] = numbers(figures)
  return { name, count, more }
}

function ByField({ period, figures, byField, department }: Report & { department: string | undefined }) {
  const shares = byField.map(({ code, name, figures: own }): Share => ({
    ...shareOf(name, own),
    href: countedHref({ figure: 'received', period, field: code, department }),
  }))
  const few = shares.length > FIELDS_SHOWN + 1 ? [...shares.slice(0, FIELDS_SHOWN), others(shares.slice(FIELDS_SHOWN))] : shares
  return (
    <ShareChart
      title={`Tiếp nhận theo lĩnh vực, ${periodWords(period)}`}
      sentence={`Thanh ngang theo lĩnh vực: ${joinWords(few.map(({ name, count }) => `${name} ${count}`))}. Số liệu trong bảng bên dưới.`}
      table="Bảng số liệu theo lĩnh vực"
      heads={['Lĩnh vực', 'Tiếp nhận', 'Đúng hạn', 'Trực tuyến', 'Số hóa']}
      shares={few}
      sum={shareOf('Cộng', figures)}
    />
  )
}

function others(shares: readonly Share[]): Share {
  const sum = (of: (share: Share) => number) => shares.reduce((all, share) => all + of(share), 0)
  return {
    name: `${shares.length} lĩnh vực khác`,
    count: sum(({ count }) => count),
    more: [0, 1, 2].map((place) => sum(({ more }) => more[place] ?? 0)),
  }
}

function ByDepartment({ period, figures, byDepartment }: Report) {
  const share = (name: string, { onTime, received, resolved }: Figures): Share => ({
    name,
    count: onTime.numerator,
    more: [onTime.denominator - onTime.numerator, received.denominator, resolved.denominator],
  })
  return (
    <ShareChart
      title={`Đúng hạn theo đơn vị giải quyết, ${periodWords(period)}`}
      sentence={`Thanh ngang theo đơn vị: ${joinWords(byDepartment.map(({ name, figures: own }) => `${name} ${own.onTime.numerator} trên ${own.onTime.denominator}`))}. Số liệu trong bảng bên dưới.`}
      table="Bảng số liệu theo đơn vị"
      heads={['Đơn vị', 'Đúng hạn', 'Trễ', 'Tiếp nhận', 'Giải quyết']}
      shares={byDepartment.map(({ code, name, figures: own }) => ({
        ...share(name, own),
        href: countedHref({ figure: 'onTime', period, department: code }),
      }))}
      sum={share('Cộng', figures)}
    />
  )
}
