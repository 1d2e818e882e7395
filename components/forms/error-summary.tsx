'use client'

import { useEffect, useRef } from 'react'
import { ERRORS_ID } from './errors-id'

/**
 * What has to be corrected, above the h1: the same sentences as at the fields, each a link to its field. It takes the focus: by attribute
 * where the page came without a script, by effect where it did not reload. Nothing is drawn when nothing is wrong.
 */
export function ErrorSummary({ errors, message }: { errors: Readonly<Record<string, string>>; message: string | null }) {
  const box = useRef<HTMLDivElement>(null)
  const list = Object.entries(errors)
  const wrong = list.length > 0 || message !== null
  useEffect(() => {
    if (!wrong) return
    box.current?.focus()
    if (!document.title.startsWith('Lỗi: ')) document.title = `Lỗi: ${document.title}`
  }, [wrong, errors, message])
  if (!wrong) return null
  return (
    <div className="summary-error" id={ERRORS_ID} role="alert" aria-labelledby="error-summary" tabIndex={-1} ref={box} autoFocus>
      <h2 id="error-summary">{list.length > 0 ? `Có ${list.length} chỗ cần sửa` : message}</h2>
      {list.length > 0 && message !== null ? <p>{message}</p> : null}
      {list.length === 0 ? null : (
        <ul>
          {list.map(([name, error]) => (
            <li key={name}>
              <a href={`#${name}`}>{error}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
