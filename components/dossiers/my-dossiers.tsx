import type { ReactNode } from 'react'
import type { TagFamily } from '@/components/ui/tag'
import { DossierCode } from './dossier-code'
import { StageTag } from './stage-tag'

/** One dossier or draft of the person signed in. `children` say what is due, what is missing, what to do. */
export type MineItem = {
  key: string
  title: string
  href: string
  code?: string
  stage?: { family: TagFamily; label: string }
  children: ReactNode
}

/** My dossiers. `mustAct` draws the frame around what waits for the person, and only around that. */
export function MineList({ items, mustAct = false }: { items: readonly MineItem[]; mustAct?: boolean }) {
  return (
    <ul className={mustAct ? 'mine mine--do' : 'mine'}>
      {items.map(({ key, title, href, code, stage, children }) => (
        <li key={key}>
          <h3>
            <a href={href}>{title}</a>
          </h3>
          {code === undefined && stage === undefined ? null : (
            <div className="meta">
              {stage === undefined ? null : <StageTag {...stage} />}
              {code === undefined ? null : <DossierCode code={code} />}
            </div>
          )}
          {children}
        </li>
      ))}
    </ul>
  )
}
