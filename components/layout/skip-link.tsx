/** Where the content of every page begins. */
export const CONTENT_ID = 'noi-dung'

/** The first stop of Tab on every page. */
export function SkipLink() {
  return (
    <a className="skip" href={`#${CONTENT_ID}`}>
      Đến nội dung chính
    </a>
  )
}
