import type { ReactNode } from 'react'

/** One stop on the way. `note` says when and by whom: roles for citizens, names for staff. */
export type Stop = { standing: 'past' | 'here' | 'next'; what: string; note?: ReactNode }

/** Where a dossier has been, is and goes: past solid, here a ring with a centre, to come hollow. */
export function Timeline({ stops }: { stops: readonly Stop[] }) {
  return (
    <ol className="line">
      {stops.map(({ standing, what, note }, index) => (
        <li key={`${index} ${what}`} className={standing} aria-current={standing === 'here' ? 'step' : undefined}>
          <span className="what">{what}</span>
          {note === undefined ? null : <span className="note">{note}</span>}
        </li>
      ))}
    </ol>
  )
}
