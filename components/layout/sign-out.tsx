/** Signing out changes something, so it is a form and not a link: a page that loads links in advance must not sign anyone out. */
export function SignOut({ name }: { name: string }) {
  return (
    <form method="post" action="/dang-xuat" className="sign-out">
      <button type="submit">
        Thoát<span className="vh"> khỏi tài khoản {name}</span>
      </button>
    </form>
  )
}
