'use client'

import type { ChangeEvent, ReactNode } from 'react'

/**
 * Around a list and the button that fetches what depends on it: with script a choice presses the button by itself. Without it the button is
 * pressed by hand, so it stays. The list's hint has to say that something changes (WCAG 2.2, 3.2.2).
 */
export function PressOnChange({ children }: { children: ReactNode }) {
  const press = ({ currentTarget }: ChangeEvent<HTMLDivElement>) => {
    const button = currentTarget.querySelector('button')
    button?.form?.requestSubmit(button)
  }
  return (
    <div className="presses" onChange={press}>
      {children}
    </div>
  )
}
