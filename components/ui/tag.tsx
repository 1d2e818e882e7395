import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** The six families of standing; each has its own shape and glyph, so that it also reads in grey. */
export type TagFamily = 'new' | 'work' | 'wait' | 'ready' | 'done' | 'closed'

const GLYPH: Record<TagFamily, IconName> = { new: 'ring', work: 'dot', wait: 'pause', ready: 'tick', done: 'tick', closed: 'bar' }

/** A short standing in words. It never wraps and is never a link. */
export function Tag({ family, children }: { family: TagFamily; children: ReactNode }) {
  return (
    <span className={`tag tag--${family}`}>
      <Icon name={GLYPH[family]} />
      {children}
    </span>
  )
}
