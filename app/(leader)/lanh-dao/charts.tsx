import { MonthChart, type Punctual, PunctualChart, type Share, ShareChart, StandingChart } from '@/components/charts/charts'
import { periodWords } from '@/lib/reports/period'
import type { FieldOrDepartment, Figures, Point } from '@/lib/reports/queries'
import type { Period } from '@/lib/reports/rules'
import { BUCKET_WORDS, shortPlace } from '@/lib/reports/words'
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
      <OverTime {...report} department={department} />
      <OpenNow today={today} whole={whole} />
      <ByField {...report} department={department} />
      {/* One department alone is the tile above. */}
      {report.byDepartment.length < 2 ? null : <ByDepartment {...report} />}
    </div>
  )
}

function OverTime({ period, figures, unit, series, department }: Report & { department: string | undefined }) {
  const one = BUCKET_WORDS[unit]
  const listsOf = (part: Period) => ({
    received: countedHref({ figure: 'received', period: part, department }),
    resolved: countedHref({ figure: 'resolved', period: part, department }),
  })
  return (
    <MonthChart
      title={`Tiếp nhận và giải quyết theo ${one}, ${periodWords(period)}`}
      sentence={`Cột theo ${one}: ${extremes(series, unit)} Số liệu trong bảng bên dưới.`}
      table={`Bảng số liệu theo ${one}`}
      head={sentenceCase(one)}
      months={series.map(({ period: part, ...point }) => ({ ...point, lists: listsOf(part) }))}
      sum={{ name: 'Cả kỳ', received: figures.received.denominator, resolved: figures.resolved.denominator, lists: listsOf(period) }}
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

/** Each number opens the list of what it counts. */
const openLists = (department: string | undefined) => ({
  late: todayHref('overdue', { department }),
  today: todayHref('due_today', { department }),
  left: todayHref('left', { department }),
  wait: todayHref('waiting', { department }),
  done: todayHref('finished', { department }),
  total: todayHref('open', { department }),
})

function OpenNow({ today: { holders, all }, whole }: { today: Today; whole: string }) {
  return (
    <StandingChart
      title="Đang mở lúc này, theo nơi giữ và thời gian còn lại"
      note="Đã nộp và chưa đóng, theo đơn vị đang giữ; hồ sơ chờ công dân tính cho nơi sẽ nhận lại."
      sentence={`Thanh chồng theo nơi giữ: ${joinWords(holders.map(({ name, total }) => `${shortPlace(name)} ${total}`))}. Số liệu trong bảng bên dưới.`}
      table="Bảng số liệu theo nơi giữ"
      head="Nơi giữ"
      holders={holders.map(({ code, name, ...counts }) => ({ ...counts, name: shortPlace(name), lists: openLists(code) }))}
      all={{ name: sentenceCase(whole), ...all, lists: openLists(undefined) }}
    />
  )
}

const shareOf = (name: string, { received, onTime, online, digitised }: Figures): Share => ({
  name,
  count: received.denominator,
  more: [onTime, online, digitised],
})

function ByField({ period, figures, byField, department }: Report & { department: string | undefined }) {
  const listsOf = (field?: string) => [
    countedHref({ figure: 'received', period, field, department }),
    ...(['onTime', 'online', 'digitised'] as const).map((figure) => countedHref({ figure, part: 'numerator', period, field, department })),
  ]
  const shares = byField.map(({ code, name, figures: own }): Share => ({ ...shareOf(name, own), lists: listsOf(code) }))
  const few = shares.length > FIELDS_SHOWN + 1 ? [...shares.slice(0, FIELDS_SHOWN), others(shares.slice(FIELDS_SHOWN))] : shares
  return (
    <ShareChart
      title={`Tiếp nhận theo lĩnh vực, ${periodWords(period)}`}
      sentence={`Thanh ngang theo lĩnh vực: ${joinWords(few.map(({ name, count }) => `${name} ${count}`))}. Số liệu trong bảng bên dưới.`}
      table="Bảng số liệu theo lĩnh vực"
      heads={['Lĩnh vực', 'Tiếp nhận', 'Đúng hạn', 'Trực tuyến', 'Số hóa']}
      shares={shares}
      drawn={few}
      sum={{ ...shareOf('Cộng', figures), lists: listsOf() }}
    />
  )
}

const others = (shares: readonly Share[]) => ({
  name: `${shares.length} lĩnh vực khác`,
  count: shares.reduce((sum, { count }) => sum + count, 0),
})

function ByDepartment({ period, figures, byDepartment }: Report) {
  const listsOf = (department?: string) => [
    countedHref({ figure: 'onTime', part: 'numerator', period, department }),
    countedHref({ figure: 'onTime', part: 'exceptions', period, department }),
    countedHref({ figure: 'received', period, department }),
    countedHref({ figure: 'resolved', period, department }),
  ]
  const row = (name: string, { onTime, received, resolved }: Figures): Punctual => ({
    name,
    met: onTime.numerator,
    all: onTime.denominator,
    more: [received.denominator, resolved.denominator],
  })
  return (
    <PunctualChart
      title={`Đúng hạn theo đơn vị giải quyết, ${periodWords(period)}`}
      sentence={`Thanh ngang theo đơn vị: ${joinWords(byDepartment.map(({ name, figures: own }) => `${shortPlace(name)} ${own.onTime.numerator} trên ${own.onTime.denominator}`))}. Số liệu trong bảng bên dưới.`}
      table="Bảng số liệu theo đơn vị"
      heads={['Đơn vị', 'Đúng hạn', 'Trễ', 'Tiếp nhận', 'Giải quyết']}
      rows={byDepartment.map(({ code, name, figures: own }) => ({ ...row(shortPlace(name), own), lists: listsOf(code) }))}
      sum={{ ...row('Cộng', figures), lists: listsOf() }}
    />
  )
}
