import { dossierHref } from '@/app/(staff)/can-bo/addresses'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { DueChip } from '@/components/dossiers/due-chip'
import { Cut } from '@/components/dossiers/queue-table'
import { type Column, Ledger } from '@/components/ui/table'
import { localDateOf } from '@/lib/platform/local-date'
import type { ListedDossier } from '@/lib/reports/listed'
import { dateWords, dayMonth, sentenceCase, timeWords } from '@/lib/text/dates'

const columns = (prefix: string, because: string): Column[] => [
  { key: 'due', head: 'Thời hạn', width: '15%' },
  { key: 'code', head: `Mã ${prefix}-…`, width: '8.25rem', rowHeader: true },
  { key: 'procedure', head: 'Thủ tục', className: 'c-what' },
  { key: 'person', head: 'Người nộp', width: '13%', className: 'c-holder' },
  { key: 'dates', head: 'Nhận, hạn, xong', width: '21%', className: 'c-why' },
  { key: 'because', head: because, width: '15%', className: 'c-why' },
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

/** The days that the time limit goes by, the year said once; the hour is said of what somebody still has to do. */
function datesOf({ effectiveReceiptAt, dueAt, finishedAt }: ListedDossier): string {
  const one = (word: string, at: Date | null) => (at === null ? [] : [{ word, day: localDateOf(at) }])
  const days = [
    ...one('nhận', effectiveReceiptAt),
    ...one(finishedAt === null ? `hạn ${timeWords(dueAt)}` : 'hạn', dueAt),
    ...one('xong', finishedAt),
  ]
  const oneYear = new Set(days.map(({ day }) => day.slice(0, 4))).size === 1
  const parts = days.map(({ word, day }, index) => `${word} ${oneYear && index < days.length - 1 ? dayMonth(day) : dateWords(day)}`)
  return sentenceCase(parts.join(', '))
}
