import { RowTick } from '@/components/forms/row-tick'
import { Icon } from '@/components/ui/icon'
import { Ledger, type Column } from '@/components/ui/table'
import type { TagFamily } from '@/components/ui/tag'
import type { DueStanding } from '@/lib/deadlines/standing'
import { DossierCode } from './dossier-code'
import { DueChip } from './due-chip'
import { StageTag } from './stage-tag'

/**
 * One dossier waiting. `when` is the due hour in short words ("17:00", "17:00 T6 27/11", "từ T2 16/11"). `next` is the step that this person
 * may take, or null: then the row says that there is nothing to do. `href` opens the dossier, `nextHref` the page of that step.
 */
export type QueueItem = {
  code: string
  href: string
  due: DueStanding | null
  when: string
  person: string
  procedure: string
  /** "Của xã Thí Dụ": the other commune that takes part; null or left out: none. */
  other?: string | null
  stage: { family: TagFamily; label: string }
  next: string | null
  nextHref: string | null
  /** The box by which the row is chosen for a step of several; left out: it cannot be. */
  tick?: { name: string; value: string } | undefined
}

const TICKS: Column = { key: 'tick', head: <span className="vh">Chọn</span>, width: '2.25rem', className: 'c-tick' }

const columns = (prefix: string | null): Column[] => [
  { key: 'due', head: 'Còn lại', width: '12.5rem', className: 'c-due', sorted: 'ascending' },
  { key: 'when', head: 'Hạn', width: '7.25rem', className: 'c-when when' },
  prefix === null
    ? { key: 'code', head: 'Mã hồ sơ', width: '11.75rem', className: 'c-code' }
    : { key: 'code', head: `Mã ${prefix}-…`, width: '8.25rem', className: 'c-code' },
  { key: 'person', head: 'Người nộp', width: '11.25rem', className: 'c-who person', rowHeader: true },
  { key: 'procedure', head: 'Thủ tục', className: 'c-what' },
  { key: 'stage', head: 'Giai đoạn', width: '9.25rem', className: 'c-stage' },
  { key: 'next', head: 'Bước tiếp', width: '8.75rem', className: 'c-next' },
]

/** Up to 50 dossiers, nearest due time first. `prefix` is the agency's code, said once in the head. `caption` names the list. */
export function QueueTable({ caption, prefix, items }: { caption: string; prefix: string; items: readonly QueueItem[] }) {
  // One agency is said in the head; codes of several are written whole.
  const isOneAgency = items.every(({ code }) => code.startsWith(`${prefix}-`))
  const shown = columns(isOneAgency ? prefix : null)
  return (
    <Ledger
      caption={caption}
      look="queue"
      columns={items.some(({ tick }) => tick) ? [TICKS, ...shown] : shown}
      rows={items.map((item) => ({
        key: item.code,
        href: item.href,
        cells: {
          tick: item.tick ? <RowTick {...item.tick} label={`Chọn hồ sơ ${item.code}, ${item.person}`} /> : null,
          due: item.due === null ? null : <DueChip standing={item.due} />,
          when: item.when,
          code: (
            <a href={item.href}>
              <DossierCode code={item.code} short={isOneAgency} />
            </a>
          ),
          person: <Cut text={item.person} />,
          procedure: <Cut text={item.other ? `${item.other}: ${item.procedure}` : item.procedure} />,
          stage: <StageTag {...item.stage} />,
          next: <NextStep code={item.code} href={item.nextHref ?? item.href} step={item.next} />,
        },
      }))}
    />
  )
}

/** Text that is cut at the edge of its column and whole in its title and on a phone. */
export function Cut({ text }: { text: string }) {
  return (
    <span className="cut" title={text}>
      {text}
    </span>
  )
}

function NextStep({ code, href, step }: { code: string; href: string; step: string | null }) {
  if (step === null)
    return (
      <a className="step step--idle" href={href}>
        Chưa có việc<span className="vh">, xem hồ sơ {code}</span>
      </a>
    )
  return (
    <a className="step" href={href}>
      {step}
      <span className="vh"> hồ sơ {code}</span>
      <Icon name="forward" />
    </a>
  )
}

/** A dossier that will be late: who holds it and why it is on the list. */
export type RiskItem = { code: string; href: string; due: DueStanding; procedure: string; holder: string; why: string }

const riskColumns = (prefix: string): Column[] => [
  { key: 'due', head: 'Còn lại', width: '12.5rem' },
  { key: 'code', head: `Mã ${prefix}-…`, width: '8.25rem', rowHeader: true },
  { key: 'procedure', head: 'Thủ tục', className: 'c-what' },
  { key: 'holder', head: 'Đang giữ', width: '12rem', className: 'c-holder' },
  { key: 'why', head: 'Vì sao phải chú ý', width: '13.5rem', className: 'c-why' },
]

/** What will be late if nobody acts now. The rule of the list stands below it, from the caller. */
export function RiskTable({ caption, prefix, items }: { caption: string; prefix: string; items: readonly RiskItem[] }) {
  return (
    <Ledger
      caption={caption}
      look="risk"
      columns={riskColumns(prefix)}
      rows={items.map((item) => ({
        key: item.code,
        href: item.href,
        cells: {
          due: <DueChip standing={item.due} />,
          code: (
            <a href={item.href}>
              <DossierCode code={item.code} short />
            </a>
          ),
          procedure: <Cut text={item.procedure} />,
          holder: item.holder,
          why: item.why,
        },
      }))}
    />
  )
}
