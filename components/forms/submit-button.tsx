'use client'

import type { MouseEvent } from 'react'
import { useFormStatus } from 'react-dom'

/**
 * Sends the form around it. While the answer is on its way it says so and a second press does nothing; it is never disabled, because a
 * disabled button loses the focus and cannot say why. What really keeps a double press from filing twice is the request id.
 */
export function SubmitButton({ children, look = 'primary' }: { children: string; look?: 'primary' | 'plain' | 'grave' }) {
  const { pending } = useFormStatus()
  const hold = (event: MouseEvent) => {
    if (pending) event.preventDefault()
  }
  return (
    <button className={look === 'primary' ? 'btn' : `btn btn--${look}`} type="submit" aria-disabled={pending || undefined} onClick={hold}>
      {pending ? 'Đang gửi…' : children}
    </button>
  )
}
