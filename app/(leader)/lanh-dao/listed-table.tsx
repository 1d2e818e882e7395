import { dossierHref } from '@/app/(staff)/can-bo/addresses'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { DueChip } from '@/components/dossiers/due-chip'
import { Cut } from '@/components/dossiers/queue-table'
import { type Column, Ledger } from '@/components/ui/table'
import { localDateOf } from '@/lib/platform/local-date'
import type { ListedDossier } from '@/lib/reports/listed'
import { dateWords, momentWords, sentenceCase } from '@/lib/text/dates'

const columns = (prefix: string, because: string): Column[] => [
  { key: 'due', head: 'Thời hạn', width: '12.5rem' },
  { key: 'code', head: `Mã ${prefix}-…`, width: '8.25rem', rowHeader: true },
  { key: 'procedure', head: 'Thủ tục', className: 'c-what' },
  { key: 'person', head: 'Người nộp', width: '11rem', className: 'c-holder' },
  { key: 'dates', head: 'Nhận, hạn, xong', width: '15rem', className: 'c-why' },
  { key: 'because', head: because, width: '12rem', className: 'c-why' },
]

/** Up to 50 dossiers behind a number. `because` heads the last column and says for each dossier why it stands here. */
export function ListedTable(props: {
  caption: string
  prefix: string
  rows: readonly ListedDossier[]
  because: { head: string; of: (row: ListedDossier) => string }
}) {
  const { caption, prefix, rows, because } = props
  return (
    <Ledger
      caption={caption}
      look="risk"
      columns={columns(prefix, because.head)}
      rows={rows.map((row) => ({
        key: row.code,
        href: dossierHref(row.code, null),
        cells: {
          due: <DueChip standing={row.standing} />,
          code: (
            <a href={dossierHref(row.code, null)}>
              <DossierCode code={row.code} short />
            </a>
          ),
          procedure: <Cut text={row.procedure} />,
          person: row.applicant,
          dates: datesOf(row),
          because: because.of(row),
        },
      }))}
    />
  )
}

const day = (at: Date): string => dateWords(localDateOf(at))

/** The days that the time limit goes by; the hour is said of what somebody still has to do. */
function datesOf({ effectiveReceiptAt, dueAt, finishedAt }: ListedDossier): string {
  const parts = [
    ...(effectiveReceiptAt === null ? [] : [`nhận ${day(effectiveReceiptAt)}`]),
    finishedAt === null ? `hạn ${momentWords(dueAt)}` : `hạn ${day(dueAt)}`,
    ...(finishedAt === null ? [] : [`xong ${day(finishedAt)}`]),
  ]
  return sentenceCase(parts.join(', '))
}
