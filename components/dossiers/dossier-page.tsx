import type { ReactNode } from 'react'
import type { TagFamily } from '@/components/ui/tag'
import type { DueStanding } from '@/lib/deadlines/standing'
import { DossierCode } from './dossier-code'
import { DueChip } from './due-chip'
import { StageTag } from './stage-tag'

/**
 * The whole dossier on one staff screen: head with stage, holder and time left; then who and what, papers with result and history, deadline with
 * steps. `path` leads back to the list it came from. On a smaller screen the first column goes under the others.
 */
export function DossierPage(props: {
  code: string
  person: string
  procedure: string
  stage: { family: TagFamily; label: string }
  holder: string | null
  due: DueStanding | null
  path: { href: string; label: string }
  place?: ReactNode
  /** To the steps, for a screen on which they stand below everything else; null where there are none to take. */
  jump: { href: string; label: string } | null
  notice?: ReactNode
  /** The way of the procedure, with where the dossier stands on it. */
  way?: ReactNode
  /** What is wrong with a form of the page, above its h1. */
  errors?: ReactNode
  who: ReactNode
  papers: ReactNode
  steps: ReactNode
}) {
  return (
    <main id="noi-dung" tabIndex={-1}>
      <div className="dossier-head">
        {props.errors}
        <div className="path">
          <a href={props.path.href}>{props.path.label}</a>
          {props.place === undefined ? null : <span>{props.place}</span>}
        </div>
        <div className="id">
          <h1>
            <DossierCode code={props.code} />{' '}
            <span>
              {props.person}, {props.procedure}
            </span>
          </h1>
          <Standing stage={props.stage} holder={props.holder} due={props.due} />
        </div>
        {props.jump === null ? null : (
          <a className="to-steps" href={props.jump.href}>
            {props.jump.label}
          </a>
        )}
        {props.way}
        {props.notice}
      </div>
      <div className="dossier">
        <div>{props.who}</div>
        <div>{props.papers}</div>
        <div>{props.steps}</div>
      </div>
    </main>
  )
}

function Standing({ stage, holder, due }: { stage: { family: TagFamily; label: string }; holder: string | null; due: DueStanding | null }) {
  return (
    <dl className="standing">
      <div>
        <dt className="vh">Giai đoạn</dt>
        <dd>
          <StageTag {...stage} />
        </dd>
      </div>
      {holder === null ? null : (
        <div>
          <dt>Đang giữ</dt>
          <dd>{holder}</dd>
        </div>
      )}
      {due === null ? null : (
        <div>
          <dt className="vh">Còn lại</dt>
          <dd>
            <DueChip standing={due} />
          </dd>
        </div>
      )}
    </dl>
  )
}

/** A part of a page with its heading, tied to it; `acts` are links at the right of the heading. */
export function Section({ id, title, acts, children }: { id: string; title: string; acts?: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      {acts === undefined ? (
        <h2 id={id}>{title}</h2>
      ) : (
        <div className="h-act">
          <h2 id={id}>{title}</h2>
          <span className="acts">{acts}</span>
        </div>
      )}
      {children}
    </section>
  )
}
