'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'

/** The page that this tab showed last; outside of the component, because each group of pages has a frame of its own. */
let shown: string | null = null

/**
 * After a form has led to another page without loading it anew, the focus goes to that page's h1: what was pressed is gone, and a screen reader
 * would begin at nothing. A page that loads anew has the browser's own beginning.
 */
export function Arrival() {
  const path = usePathname()
  useEffect(() => {
    const isNext = shown !== null && shown !== path
    shown = path
    const head = isNext ? document.querySelector<HTMLElement>('main h1') : null
    if (!head || document.activeElement?.closest('[role=alert]')) return
    head.tabIndex = -1
    head.focus({ preventScroll: true })
  }, [path])
  return null
}
