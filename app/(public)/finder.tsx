import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { Rows } from '@/components/ui/rows'
import { limitWords } from '@/lib/text/limits'
import type { ListedProcedure } from '@/lib/procedures/store'
import { factLine } from '@/lib/procedures/words'

const HINT = 'Gõ lời thường, có dấu hay không dấu đều được. Ví dụ: làm giấy khai sinh, xac nhan doc than, ba mất.'

/**
 * The one field of the finder. It is a plain form: the address of a result can be sent to a neighbour. `heading` holds the label of the
 * field; `hint` says how to ask, to those who have not asked yet.
 */
export function Finder({ heading, q, hint = true, below }: { heading: ReactNode; q?: string; hint?: boolean; below?: ReactNode }) {
  return (
    <form className="ask" role="search" action="/thu-tuc" method="get">
      {heading}
      {hint ? (
        <p className="note" id="q-hint">
          {HINT}
        </p>
      ) : null}
      <div className="search">
        <input
          className="input"
          id="q"
          name="q"
          type="search"
          aria-describedby={hint ? 'q-hint' : undefined}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={200}
          defaultValue={q}
        />
        <button className="btn" type="submit">
          <Icon name="search" />
          Tìm thủ tục
        </button>
      </div>
      {below}
    </form>
  )
}

/** Procedures to open, each with the three facts by which people choose. */
export function ProcedureRows({
  procedures,
}: {
  procedures: readonly Pick<ListedProcedure, 'code' | 'name' | 'limit' | 'feeShort' | 'onlineLevel'>[]
}) {
  return (
    <Rows
      rows={procedures.map(({ code, name, limit, feeShort, onlineLevel }) => ({
        href: `/thu-tuc/${code}`,
        label: name,
        note: factLine({ limit: limitWords(limit), feeShort, onlineLevel }),
      }))}
    />
  )
}
