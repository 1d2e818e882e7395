import type { ReactNode } from 'react'
import { Icon } from './icon'

/** News inside a page. `soon` asks for attention; errors have their own summary. `live` announces it when it appears after an act. */
export function Notice({ children, tone = 'info', live = false }: { children: ReactNode; tone?: 'info' | 'soon'; live?: boolean }) {
  return (
    <div className={tone === 'soon' ? 'notice notice--soon' : 'notice'} role={live ? 'status' : undefined}>
      <Icon name={tone === 'soon' ? 'warning' : 'info'} />
      <div>{children}</div>
    </div>
  )
}

/** The one box of a page, around the one thing that matters there: a new code, a supplement to send. */
export function Panel({ children }: { children: ReactNode }) {
  return <div className="panel">{children}</div>
}

/** Nothing to show: what is true now, and what to try or when to look again. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  )
}
