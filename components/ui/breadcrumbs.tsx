import { Icon } from './icon'

/** The path to this page, without the page itself: its h1 says that. Stands between header and main. */
export function Breadcrumbs({ path }: { path: readonly { href: string; label: string }[] }) {
  return (
    <div className="wrap crumbs">
      <nav aria-label="Đường dẫn">
        <ol>
          {path.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  )
}

/** One step back in a form of several pages. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <p>
      <a className="back" href={href}>
        <Icon name="back" />
        {children}
      </a>
    </p>
  )
}
