import { CountTile, RateTile } from '@/components/dossiers/figure-tile'
import { formatNumber } from '@/lib/platform/money'
import type { Figures } from '@/lib/reports/queries'
import { FIGURES, type Figure, type Part, type Period } from '@/lib/reports/rules'
import { definitionOf, FIGURE_WORDS, partWords } from '@/lib/reports/words'
import { countedHref } from './addresses'

/** The six figures of a period, each with its definition, the list that it counts and its exceptions. */
export function Tiles({ figures, period, department }: { figures: Figures; period: Period; department: string | undefined }) {
  return (
    <div className="tiles">
      {FIGURES.map((figure) => (
        <FigureTile key={figure} figure={figure} figures={figures} period={period} department={department} />
      ))}
    </div>
  )
}

function FigureTile(props: { figure: Figure; figures: Figures; period: Period; department: string | undefined }) {
  const { figure, figures, period, department } = props
  const { numerator, denominator } = figures[figure]
  const { name, of, exceptions } = FIGURE_WORDS[figure]
  const tile = { name, definition: definitionOf(figure) }
  const listOf = (part: Part) => countedHref({ figure, part, period, department })
  if (exceptions === null) {
    const opens =
      denominator === 0
        ? 'Chưa có hồ sơ trong kỳ'
        : { href: listOf('denominator'), label: `Xem ${formatNumber(denominator)} ${partWords(figure, 'denominator')}` }
    return <CountTile {...tile} count={denominator} of={of} exceptions={opens} />
  }
  const missing = denominator - numerator
  const link = {
    href: listOf('exceptions'),
    label: `Xem ${formatNumber(missing)} ${exceptions}`,
  }
  const none = denominator === 0 ? 'Chưa có gì để tính trong kỳ' : `Không có ${exceptions} trong kỳ`
  const lists = { numerator: listOf('numerator'), denominator: listOf('denominator') }
  return <RateTile {...tile} rate={{ numerator, denominator, of }} lists={lists} exceptions={missing === 0 ? none : link} />
}
