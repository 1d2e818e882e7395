import type { ReactNode } from 'react'

/**
 * A question, and what is asked further when one of its choices that `opens` is chosen. Style alone shows and hides it, so it needs no script;
 * a browser too old for that shows everything, and the hints say what belongs to which answer. What is hidden is sent all the same: the
 * server drops what its answer makes pointless.
 */
export function Reveal({ question, children }: { question: ReactNode; children: ReactNode }) {
  return (
    <div className="reveal">
      {question}
      <div className="revealed">{children}</div>
    </div>
  )
}
