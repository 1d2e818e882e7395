import type { ReactNode } from 'react'

/** Signing out changes something, so it is a form and not a link: a page that loads links in advance must not sign anyone out. `children`: what the form does besides. */
export function SignOut({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <form method="post" action="/dang-xuat" className="sign-out">
      {children}
      <button type="submit">
        Thoát<span className="vh"> khỏi tài khoản {name}</span>
      </button>
    </form>
  )
}
