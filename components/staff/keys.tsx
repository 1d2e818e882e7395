'use client'

import { useEffect, useRef, useState } from 'react'

/** Where this browser remembers that single keys are turned off (WCAG 2.1.4: speech input would trigger them). */
const SETTING = 'phim-tat'
const isOff = () => window.localStorage.getItem(SETTING) === 'tat'

const KEYS = [
  { does: 'Tìm hồ sơ', keys: ['/'] },
  { does: 'Hồ sơ dưới, hồ sơ trên', keys: ['J', 'K'] },
  { does: 'Mở hồ sơ', keys: ['Enter'] },
  { does: 'Đóng bảng này', keys: ['Esc'] },
] as const

/** Letters belong to the person while she types. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Moves the mark by `step` rows and the focus with it, so that Enter opens the row and a screen reader reads it. */
function move(step: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr[data-href]')]
  const at = rows.findIndex((row) => row.classList.contains('is-at'))
  const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)]
  if (next === undefined) return
  rows[at]?.classList.remove('is-at')
  next.classList.add('is-at')
  next.querySelector<HTMLAnchorElement>('.c-next a, a')?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

const open = () => {
  const href = document.querySelector<HTMLTableRowElement>('tr.is-at[data-href]')?.dataset['href']
  if (href !== undefined) window.location.assign(href)
}

/**
 * The keys of staff pages: `/` search, `J` `K` move, `Enter` open, `?` this list, where they can also be turned off. They do nothing while
 * someone types or holds Ctrl, Alt or Meta.
 */
export function Keys() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false)
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      if (event.key === '?') return setOpen((was) => !was)
      if (isOff()) return
      if (event.key === '/') {
        // Otherwise the slash would be typed into the field that it opens.
        event.preventDefault()
        document.querySelector<HTMLInputElement>('[data-key="search"]')?.focus()
      } else if (event.key === 'j' || event.key === 'J') move(1)
      else if (event.key === 'k' || event.key === 'K') move(-1)
      else if (event.key === 'Enter' && !(event.target instanceof HTMLAnchorElement || event.target instanceof HTMLButtonElement)) open()
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [])
  return isOpen ? <KeyList close={() => setOpen(false)} /> : null
}

function KeyList({ close }: { close: () => void }) {
  const box = useRef<HTMLElement>(null)
  const [off, setOff] = useState(isOff)
  useEffect(() => {
    const before = document.activeElement
    box.current?.focus()
    return () => (before instanceof HTMLElement ? before.focus() : undefined)
  }, [])
  const turn = () => {
    if (off) window.localStorage.removeItem(SETTING)
    else window.localStorage.setItem(SETTING, 'tat')
    setOff(!off)
  }
  return (
    <section className="all-keys" aria-labelledby="all-keys" tabIndex={-1} ref={box}>
      <h2 id="all-keys">Phím tắt{off ? ' (đang tắt)' : ''}</h2>
      <dl>
        {KEYS.map(({ does, keys }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="btns">
        <button type="button" className="btn btn--plain" onClick={turn}>
          {off ? 'Bật phím tắt' : 'Tắt phím tắt'}
        </button>
        <button type="button" className="btn btn--plain" onClick={close}>
          Đóng
        </button>
      </div>
    </section>
  )
}
