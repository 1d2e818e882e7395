import type { ReactNode } from 'react'
import type { Opens } from '@/components/ui/choice'

/**
 * A question, and what is asked further when one of its choices that `opens` is chosen. Style alone shows and hides it, so it needs no script;
 * a browser too old for that shows everything, and the hints say what belongs to which answer. What is hidden is sent all the same: the
 * server drops what its answer makes pointless. `further`: where several choices open something each, what belongs to which.
 */
export function Reveal(props: { question: ReactNode; children?: ReactNode; further?: Partial<Record<Opens, ReactNode>> }) {
  const { question, children, further = {} } = props
  return (
    <div className="reveal">
      {question}
      {children === undefined ? null : <div className="revealed">{children}</div>}
      {Object.entries(further).map(([opened, asked]) => (
        <div key={opened} className="revealed" data-opened={opened}>
          {asked}
        </div>
      ))}
    </div>
  )
}
