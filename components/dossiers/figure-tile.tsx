import type { ReactNode } from 'react'
import { formatNumber, percent } from '@/lib/platform/money'

/** `numerator` of `denominator`; `of` names what the denominator counts ("hồ sơ tiếp nhận"). */
export type Rate = { numerator: number; denominator: number; of: string }

type TileProps = { name: string; definition: string; exceptions: { href: string; label: string } | string | null }

/**
 * One figure that explains itself: name, value, bar, what was divided by what, definition, and the way to its exceptions, which is what a leader
 * opens (or a sentence that there are none; null says nothing of them). `lists` open what either number counts, for readers who may see more than
 * numbers. Nothing to divide by = no percentage.
 */
export function RateTile({ rate, lists, ...tile }: TileProps & { rate: Rate; lists?: { numerator: string; denominator: string } }) {
  const { numerator, denominator, of } = rate
  if (denominator === 0) return <Tile {...tile} big="–" below={`chưa có ${of}`} />
  const [met, all] = [formatNumber(numerator), `${formatNumber(denominator)} ${of}`]
  return (
    <Tile
      {...tile}
      big={percent(numerator, denominator)}
      share={numerator / denominator}
      below={
        lists ? (
          <>
            {numerator === 0 ? met : <a href={lists.numerator}>{met}</a>} trên <a href={lists.denominator}>{all}</a>
          </>
        ) : (
          `${met} trên ${all}`
        )
      }
    />
  )
}

/** A count: no bar, only what is counted. */
export function CountTile({ count, of, ...tile }: TileProps & { count: number; of: string }) {
  return <Tile {...tile} big={formatNumber(count)} below={of} />
}

function Tile(props: TileProps & { big: string; below: ReactNode; share?: number }) {
  const { name, definition, exceptions, big, below, share } = props
  return (
    <div className="tile">
      <h3>{name}</h3>
      <p className="big">{big}</p>
      {share === undefined ? null : (
        <div className="meter" aria-hidden="true">
          <i style={{ width: `${(share * 100).toFixed(2)}%` }} />
        </div>
      )}
      <p className="frac">{below}</p>
      <p className="note">{definition}</p>
      {exceptions === null ? null : (
        <p className="go">{typeof exceptions === 'string' ? exceptions : <a href={exceptions.href}>{exceptions.label}</a>}</p>
      )}
    </div>
  )
}

/** One count that opens its list, with what it counts. `late` is the only one that may be red. */
export type TodayCount = { key: string; count: number; label: string; href: string; note: string; definition: string; late?: boolean }

/** What needs action today, as counts that open their lists. */
export function TodayCounts({ counts }: { counts: readonly TodayCount[] }) {
  return (
    <ul className="counts">
      {counts.map(({ key, count, label, href, note, definition, late }) => (
        <li key={key} className={late === true && count > 0 ? 'is-late' : undefined}>
          <span className="big">{formatNumber(count)}</span>
          <span>
            <a href={href}>{label}</a>
            <span className="note">
              <b>{note}.</b> {definition}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
