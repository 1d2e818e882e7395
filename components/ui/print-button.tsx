'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Opens the browser's print dialog. Without a script there is no such button, and the sentence says how to print. */
export function PrintButton({ label }: { label: string }) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!hasScript) return <p className="note">Để in, chọn lệnh In của trình duyệt (Ctrl + P), khổ giấy A4.</p>
  return (
    <button className="btn" type="button" onClick={() => window.print()}>
      {label}
    </button>
  )
}
