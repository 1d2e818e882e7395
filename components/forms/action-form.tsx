'use client'

import { createContext, useActionState, useContext, type ReactNode } from 'react'
import { EMPTY_FORM, type FormState } from '@/lib/platform/form'
import { ErrorSummary } from './error-summary'

const State = createContext<FormState>(EMPTY_FORM)

/** The state of the form around: what was typed and what is wrong. */
export const useFormState = () => useContext(State)

/** Gives the fields within what they show, in a form that is posted to a route instead of an action. */
export function GivenState({ state, children }: { state: FormState; children: ReactNode }) {
  return <State value={state}>{children}</State>
}

/**
 * A form around a server action. Without JavaScript the browser posts it and the same page comes back with the same state; with it nothing
 * reloads. Put the page's h1 inside, because the error summary stands above it.
 * `start` fills the fields before anything was sent: a draft, or what the account already told.
 */
export function ActionForm<S extends FormState>(props: {
  action: (state: Awaited<S>, data: FormData) => Promise<S>
  start: Awaited<S>
  children: ReactNode
  className?: string
}) {
  const [state, send] = useActionState(props.action, props.start)
  return (
    <State value={state}>
      <form action={send} className={props.className ?? 'stack'} noValidate>
        <ErrorSummary errors={state.errors} message={state.message} />
        {props.children}
      </form>
    </State>
  )
}
