'use client'

import { useEffect, useRef } from 'react'
import { Notice } from '@/components/ui/notice'
import { boxesOfPage, keepTyped, putBack, readTyped, typedInto } from './typed-here'

/** How long typing goes on before it is kept, in milliseconds. */
const PAUSE_MS = 400

/**
 * In a form whose boxes have a name each: what is typed survives a reload, a crash or a tab closed by mistake, and the page says so in this place.
 * `by`: who fills the form; nobody else is given it. Without script nothing is said and nothing kept.
 */
export function KeepTyped({ by }: { by: string }) {
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const words = said.current
    const form = words?.closest('form')
    if (!words || !form) return
    const place = { by, path: window.location.pathname }
    const page = boxesOfPage(form)
    let sent = false
    let pause: number | undefined
    const save = () => {
      window.clearTimeout(pause)
      pause = undefined
      keepTyped(place, { boxes: typedInto(form, page), sent })
    }
    const saveSoon = () => {
      pause ??= window.setTimeout(save, PAUSE_MS)
    }
    const saveRest = () => {
      if (pause !== undefined) save()
    }
    // Before any form on the page is sent, also the one that signs out: nothing may be kept once that has forgotten all.
    const send = ({ target }: Event) => {
      sent ||= target === form
      save()
    }
    const drop = () => {
      words.hidden = true
      const head = form.querySelector('h1')
      if (head) head.tabIndex = -1
      head?.focus({ preventScroll: true })
      // The boxes are emptied after this.
      saveSoon()
    }
    const typed = readTyped(place)
    words.hidden = typed === null || !putBack(form, page, typed)
    save()
    form.addEventListener('input', saveSoon)
    form.addEventListener('reset', drop)
    document.addEventListener('submit', send, true)
    window.addEventListener('pagehide', saveRest)
    return () => {
      window.clearTimeout(pause)
      form.removeEventListener('input', saveSoon)
      form.removeEventListener('reset', drop)
      document.removeEventListener('submit', send, true)
      window.removeEventListener('pagehide', saveRest)
    }
  }, [by])
  return (
    <div ref={said} hidden>
      <Notice live>
        <p>
          <strong>Đã khôi phục nội dung vừa nhập, chưa lưu.</strong> Tệp chưa tải lên phải chọn lại.{' '}
          <button type="reset" className="btn-link">
            Bỏ nội dung này
          </button>
        </p>
      </Notice>
    </div>
  )
}
