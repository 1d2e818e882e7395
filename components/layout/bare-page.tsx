import type { ReactNode } from 'react'
import { Mark } from '@/components/ui/icon'

/** A page that knows neither the commune nor the person: an error, an address that leads nowhere. */
export function BarePage({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="site">
        <div className="wrap">
          <a className="brand" href="/">
            <Mark />
            <span>
              <b>Một Cửa</b>
              <span>Dịch vụ hành chính công của xã</span>
            </span>
          </a>
        </div>
      </header>
      <main className="wrap" id="noi-dung" tabIndex={-1}>
        <div className="read stack">{children}</div>
      </main>
    </>
  )
}
