'use client'

import { useState } from 'react'

/**
 * A result document of the list. `about`: its pages and size. That it was opened is said as soon as it is clicked, since the page stays; whether it
 * was is judged by the gate's record alone.
 */
export function ResultLink({ href, name, about, isOpened }: { href: string; name: string; about: string; isOpened: boolean }) {
  const [isClicked, setClicked] = useState(false)
  return (
    <>
      <a href={href} onClick={() => setClicked(true)}>
        {name}
      </a>{' '}
      <span className="note">
        {about}, {isOpened || isClicked ? 'đã mở' : <strong>chưa mở</strong>}
      </span>
    </>
  )
}
