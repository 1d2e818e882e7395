import type { ReactNode } from 'react'

/** One term with its value. `note` stands under the value, in smaller type; `strong`: what people look for first. */
export type Fact = { term: string; value: ReactNode; note?: ReactNode; strong?: boolean }

/** Terms and values in the look of `className`. */
function FactList({ facts, className }: { facts: readonly Fact[]; className: string }) {
  return (
    <dl className={className}>
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>
            {fact.strong ? <strong>{fact.value}</strong> : fact.value}
            {fact.note === undefined ? null : <span className="note"> {fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Terms and values with hairlines between, for citizens. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => <FactList facts={facts} className="facts" />

/** One answer of the check page. `change` says where it is changed and, for screen readers, what ("số điện thoại"). */
export type Answer = Fact & { change?: { href: string; what: string } }

/** "Check your answers": each with its own way back. What came from VNeID has none. */
export function SummaryList({ answers }: { answers: readonly Answer[] }) {
  return (
    <dl className="facts facts--act">
      {answers.map(({ term, value, note, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {note === undefined ? null : <span className="note"> {note}</span>}
          </dd>
          {change === undefined ? null : (
            <dd className="act">
              <a href={change.href}>
                Sửa<span className="vh"> {change.what}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** Terms above values in a narrow column, for staff. */
export const DenseFacts = ({ facts }: { facts: readonly Fact[] }) => <FactList facts={facts} className="dl" />
