import type { ReactNode } from 'react'
import { Mark } from '@/components/ui/icon'
import { Arrival } from './arrival'
import { NavLink } from './nav-link'
import { SignOut } from './sign-out'
import { SkipLink } from './skip-link'

/** What the frame says about the office. `phone` is shown as given ("0270 000 0123"). */
export type Office = { name: string; address: string; phone: string }

export type FrameLink = { href: string; label: string }

/** The number that a telephone dials: digits only. */
export const dial = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`

/** A telephone number to press. */
export function Phone({ number }: { number: string }) {
  return (
    <a className="num nowrap" href={dial(number)}>
      {number}
    </a>
  )
}

/**
 * The frame of every page for citizens. `office.name` is the commune ("xã Tân Hoà"). `signedInAs` is the name of the person signed in, or null.
 * `demo` shows the strip that says that nobody here is real. Children are an optional path and one Main.
 */
export function CitizenPage(props: {
  office: Office
  signedInAs: string | null
  demo: boolean
  links?: readonly FrameLink[]
  children: ReactNode
}) {
  return (
    <>
      <SkipLink />
      <CitizenHeader commune={props.office.name} signedInAs={props.signedInAs} demo={props.demo} />
      {props.children}
      <Arrival />
      <CitizenFooter office={props.office} links={props.links ?? []} />
    </>
  )
}

function CitizenHeader({ commune, signedInAs, demo }: { commune: string; signedInAs: string | null; demo: boolean }) {
  return (
    <header>
      <div className="site">
        <div className="wrap">
          <a className="brand" href="/">
            <Mark />
            <span>
              <b>Một Cửa</b>
              <span>Dịch vụ hành chính công {commune}</span>
            </span>
          </a>
          <nav aria-label="Chính">
            <ul>
              <li>
                <NavLink href="/" label="Thủ tục" under={['/thu-tuc', '/nop-ho-so']} />
              </li>
              <li>
                <NavLink href="/tra-cuu" label="Tra cứu" under={['/tra-cuu']} />
              </li>
              <li>
                <NavLink href="/ho-so" label="Hồ sơ của tôi" under={['/ho-so']} />
              </li>
              <li>{signedInAs === null ? <NavLink href="/dang-nhap" label="Đăng nhập" /> : <SignOut name={signedInAs} />}</li>
            </ul>
          </nav>
        </div>
      </div>
      {demo ? (
        <div className="demo">
          <div className="wrap">
            <strong>Bản trình diễn.</strong> Người và hồ sơ trên trang này không có thật.
          </div>
        </div>
      ) : null}
    </header>
  )
}

function CitizenFooter({ office, links }: { office: Office; links: readonly FrameLink[] }) {
  return (
    <footer className="foot">
      <div className="wrap">
        <p>
          Trung tâm Phục vụ hành chính công {office.name}
          <br />
          {office.address}
          <br />
          Điện thoại <Phone number={office.phone} />, trong giờ làm việc
        </p>
        {links.length === 0 ? null : (
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  )
}

/**
 * The content of a citizen page: one reading column, and beside it help that is never needed to go on; on a phone it comes last.
 * `asideLabel` names the aside for screen readers.
 */
export function Main({ children, aside, asideLabel }: { children: ReactNode; aside?: ReactNode; asideLabel?: string }) {
  const column = <div className="read stack">{children}</div>
  return (
    <main className="wrap" id="noi-dung" tabIndex={-1}>
      {aside === undefined ? (
        column
      ) : (
        <div className="cols">
          {column}
          <aside className="aside" aria-label={asideLabel ?? 'Thông tin thêm'}>
            {aside}
          </aside>
        </div>
      )}
    </main>
  )
}
