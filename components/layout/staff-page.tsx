import type { ReactNode } from 'react'
import { ForgetTyped, OnlyTypedBy } from '@/components/forms/forget-typed'
import { Keys } from '@/components/staff/keys'
import { Icon, Mark } from '@/components/ui/icon'
import type { FrameLink } from './citizen-page'
import { NavLink } from './nav-link'
import { SignOut } from './sign-out'
import { SkipLink } from './skip-link'

/** Who is signed in: name and role in words ("cán bộ Một cửa"). */
export type Who = { id: string; name: string; role: string }

/**
 * The frame of pages for staff, leaders and administrators: one bar. `search` is the address that a search is posted to (posted, because names
 * and telephone numbers do not belong into addresses), or null for roles that have no search.
 */
export function StaffPage(props: {
  commune: string
  home: string
  places: readonly (FrameLink & { under?: readonly string[] })[]
  who: Who
  search: string | null
  children: ReactNode
}) {
  const { commune, home, places, who, search, children } = props
  return (
    <div className="staff">
      <SkipLink />
      <header className="bar">
        <a className="brand" href={home}>
          <Mark />
          <b>Một Cửa</b>
          <span className="vh">{commune}, trang của cán bộ</span>
        </a>
        <nav aria-label="Chính">
          <ul>
            {places.map((place) => (
              <li key={place.href}>
                <NavLink {...place} />
              </li>
            ))}
          </ul>
        </nav>
        {search === null ? null : <BarSearch action={search} />}
        <div className="who">
          <span>
            <a href="/tai-khoan">{who.name}</a> <span>· {who.role}</span>
          </span>
          <SignOut name={who.name}>
            <ForgetTyped />
          </SignOut>
        </div>
      </header>
      {children}
      <Keys />
      <OnlyTypedBy by={who.id} />
    </div>
  )
}

function BarSearch({ action }: { action: string }) {
  return (
    <form role="search" action={action} method="post">
      <label className="vh" htmlFor="tim">
        Tìm hồ sơ theo mã, họ tên hoặc số điện thoại
      </label>
      <Icon name="search" />
      <input
        className="input"
        id="tim"
        name="q"
        type="search"
        placeholder="Mã, họ tên, số điện thoại"
        autoComplete="off"
        data-key="search"
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}

/** One queue in the rail, with how many dossiers wait in it. */
export type RailLink = { href: string; label: string; count: number; current: boolean }

/** The rail with its queues and keys, and the work beside it. */
export function Desk(props: { groups: readonly { title: string; links: readonly RailLink[] }[]; children: ReactNode }) {
  return (
    <div className="desk">
      <aside className="rail" aria-label="Hàng đợi và phím tắt">
        <nav aria-label="Các hàng đợi">
          {props.groups.map(({ title, links }) => (
            <RailGroup key={title} title={title} links={links} />
          ))}
        </nav>
        <RailKeys />
      </aside>
      <main className="queue" id="noi-dung" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  )
}

function RailKeys() {
  return (
    <div className="keys" role="group" aria-label="Phím tắt">
      <div>
        Tìm hồ sơ <kbd>/</kbd>
      </div>
      <div>
        Xuống, lên{' '}
        <span>
          <kbd>J</kbd> <kbd>K</kbd>
        </span>
      </div>
      <div>
        Mở hồ sơ <kbd>Enter</kbd>
      </div>
      <div>
        Tất cả phím <kbd>?</kbd>
      </div>
    </div>
  )
}

function RailGroup({ title, links }: { title: string; links: readonly RailLink[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {links.map(({ href, label, count, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
              <span className="num">
                {count}
                <span className="vh"> hồ sơ</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A staff page without a rail: forms, steps, settings. The text keeps to a readable width. */
export function StaffMain({ children }: { children: ReactNode }) {
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <div className="work stack">{children}</div>
    </main>
  )
}

/** The leader's page: wide, without a rail. */
export function LeaderMain({ children }: { children: ReactNode }) {
  return (
    <main className="lead-page" id="noi-dung" tabIndex={-1}>
      {children}
    </main>
  )
}

/** The head of a queue: title, what is in it in one sentence, filters at the right. */
export function QueueHead({ title, summary, filters }: { title: string; summary: ReactNode; filters?: ReactNode }) {
  return (
    <div className="queue-head">
      <div>
        <h1>{title}</h1>
        <p>{summary}</p>
      </div>
      {filters}
    </div>
  )
}
