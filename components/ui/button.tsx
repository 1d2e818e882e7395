import type { ReactNode } from 'react'

/** `primary` once a page; `grave` for withdraw and stop, always with a page behind it that asks again. */
export type ButtonLook = 'primary' | 'plain' | 'grave'

const CLASS: Record<ButtonLook, string> = { primary: 'btn', plain: 'btn btn--plain', grave: 'btn btn--grave' }

/**
 * A button that sends its form. The text is a verb with its object. There is no `disabled`: press it and get the reason.
 * `name` and `value` tell the server which of several buttons was pressed.
 */
export function Button(props: {
  children: ReactNode
  look?: ButtonLook
  name?: string
  value?: string
  type?: 'submit' | 'button'
  form?: string
  formNoValidate?: boolean
}) {
  const { children, look = 'primary', type = 'submit', ...rest } = props
  return (
    <button {...rest} type={type} className={CLASS[look]}>
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads to the page where the act is done, it does not do it. */
export function ButtonLink({ children, href, look = 'primary' }: { children: ReactNode; href: string; look?: ButtonLook }) {
  return (
    <a className={CLASS[look]} href={href}>
      {children}
    </a>
  )
}

/** Buttons and lesser links side by side; on a phone each button takes the full width. */
export function Buttons({ children }: { children: ReactNode }) {
  return <div className="btns">{children}</div>
}
