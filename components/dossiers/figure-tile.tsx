import { formatNumber } from '@/lib/platform/money'

/** `numerator` of `denominator`; `of` names what the denominator counts ("hồ sơ tiếp nhận"). */
export type Rate = { numerator: number; denominator: number; of: string }

/** `list` is where the dossiers stand that were counted; null where the reader may only see numbers. */
type TileProps = { name: string; definition: string; exceptions: { href: string; label: string } | string | null; list?: string | null }

/** Two decimals at most, and cut rather than rounded: 99,996 % is not yet 100 %. */
export const percent = (numerator: number, denominator: number) =>
  `${formatNumber(Math.floor((numerator * 10_000) / denominator) / 100, 2)}%`

/**
 * One figure that explains itself: name, value, bar, what was divided by what, definition, and the way to its exceptions, which is what a leader
 * opens (or a sentence that there are none; null says nothing of them). Nothing to divide by = no percentage.
 */
export function RateTile({ rate, ...tile }: TileProps & { rate: Rate }) {
  const { numerator, denominator, of } = rate
  if (denominator === 0) return <Tile {...tile} list={null} big="–" below={`chưa có ${of}`} />
  return (
    <Tile
      {...tile}
      big={percent(numerator, denominator)}
      share={numerator / denominator}
      below={`${formatNumber(numerator)} trên ${formatNumber(denominator)} ${of}`}
    />
  )
}

/** A count: no bar, only what is counted. */
export function CountTile({ count, of, ...tile }: TileProps & { count: number; of: string }) {
  return <Tile {...tile} big={formatNumber(count)} below={of} />
}

function Tile(props: TileProps & { big: string; below: string; share?: number }) {
  const { name, definition, exceptions, list = null, big, below, share } = props
  return (
    <div className="tile">
      <h3>{name}</h3>
      <p className="big">{big}</p>
      {share === undefined ? null : (
        <div className="meter" aria-hidden="true">
          <i style={{ width: `${(share * 100).toFixed(2)}%` }} />
        </div>
      )}
      <p className="frac">{list === null ? below : <a href={list}>{below}</a>}</p>
      <p className="note">{definition}</p>
      {exceptions === null ? null : (
        <p className="go">{typeof exceptions === 'string' ? exceptions : <a href={exceptions.href}>{exceptions.label}</a>}</p>
      )}
    </div>
  )
}

/** One count that opens its list. `late` is the only one that may be red. */
export type TodayCount = { key: string; count: number; label: string; href: string; note: string; late?: boolean }

/** What needs action today, as counts that open their lists. */
export function TodayCounts({ counts }: { counts: readonly TodayCount[] }) {
  return (
    <ul className="counts">
      {counts.map(({ key, count, label, href, note, late }) => (
        <li key={key} className={late === true && count > 0 ? 'is-late' : undefined}>
          <span className="big">{formatNumber(count)}</span>
          <span>
            <a href={href}>{label}</a>
            <span className="note">{note}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
