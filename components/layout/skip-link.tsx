/** The first stop of Tab on every page. */
export function SkipLink() {
  return (
    <a className="skip" href="#noi-dung">
      Đến nội dung chính
    </a>
  )
}
