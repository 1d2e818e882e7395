/**
 * Pages of a list that is read by key: there is no page number and no total, only "from the start" and "the next ones".
 * `summary` says in words what is shown ("50 hồ sơ đầu"). Links keep the filters because the caller makes them.
 */
export function Pagination({ summary, first, next }: { summary: string; first: string | null; next: string | null }) {
  return (
    <nav className="pager" aria-label="Phân trang">
      <span>{summary}</span>
      {first === null && next === null ? null : (
        <span className="pager-links">
          {first === null ? null : <a href={first}>Về đầu danh sách</a>}
          {next === null ? null : (
            <a href={next} rel="next">
              Xem tiếp
            </a>
          )}
        </span>
      )}
    </nav>
  )
}
