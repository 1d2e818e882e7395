'use client'

import { useEffect, useRef } from 'react'
import { forgetTyped } from './typed-here'

/**
 * In a form whose sending ends what `KeepTyped` keeps: signing out. `unsent`: what was sent and never arrived is still wanted, as where the next
 * intake is begun, which may be the same one.
 */
export function ForgetTyped({ unsent = false }: { unsent?: boolean }) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    const forget = () => forgetTyped((_place, { sent }) => !(unsent && sent))
    form?.addEventListener('submit', forget)
    return () => form?.removeEventListener('submit', forget)
  }, [unsent])
  return <span ref={place} hidden />
}

/**
 * On a page of this person: forgets what anybody else typed in this tab (`by` null: what everybody did), and what was sent from the page that led
 * here, for it has arrived. A page that the lost connection kept away never led here, so what was typed there stays.
 */
export function OnlyTypedBy({ by }: { by: string | null }) {
  useEffect(() => {
    const from = URL.canParse(document.referrer) ? new URL(document.referrer).pathname : null
    const here = window.location.pathname
    forgetTyped((place, { sent }) => place.by !== by || (sent && place.path === from && from !== here))
  }, [by])
  return null
}
