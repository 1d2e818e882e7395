import type { ReactNode } from 'react'

/** One act, newest first. `at` is the machine's time, `when` the words ("08:02 T2 23/11"). */
export type LogLine = { key: string; at: string; when: string; what: string; detail?: ReactNode; by: string }

/** What was done with the dossier, when and by whom, for staff. */
export function DossierLog({ lines }: { lines: readonly LogLine[] }) {
  return (
    <ol className="log">
      {lines.map(({ key, at, when, what, detail, by }) => (
        <li key={key}>
          <time dateTime={at}>{when}</time>
          <span>
            <b>{what}</b>
            {detail === undefined ? null : <> {detail}</>} <span className="by">{by}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
