import type { ReactNode } from 'react'
import { RequestId } from '@/components/forms/request-id'
import { BackLink } from '@/components/ui/breadcrumbs'
import { newId } from '@/lib/platform/clock'
import type { Part } from '@/lib/procedures/versions/rules'
import type { OpenVersionDraft } from '../../open-draft'

type Head = { draft: OpenVersionDraft; back: { href: string; words: string }; title: string; children?: ReactNode }

/** What stands above every page of a version that is being written: the way back, what was done, whose version it is, what the page is about. */
export const DraftHead = ({ draft, back, title, children }: Head) => (
  <>
    <BackLink href={back.href}>{back.words}</BackLink>
    {children}
    <p className="kicker">{draft.content.shortName}, phiên bản mới</p>
    <h1>{title}</h1>
  </>
)

/** What tells the action which page of which draft it was, and what that page showed. */
export const PartHead = ({ draft: { code, marks }, part }: { draft: OpenVersionDraft; part: Part }) => (
  <>
    <RequestId id={newId()} />
    <input type="hidden" name="code" value={code} />
    <input type="hidden" name="part" value={part} />
    <input type="hidden" name="seen" value={marks[part]} />
  </>
)
