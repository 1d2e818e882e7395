import { dossierHref, stepHref } from '@/app/(staff)/can-bo/addresses'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { DueChip } from '@/components/dossiers/due-chip'
import { Cut } from '@/components/dossiers/queue-table'
import { type Column, Ledger } from '@/components/ui/table'
import type { ListedDossier } from '@/lib/reports/listed'
import { shortPlace, TODAY_WORDS } from '@/lib/reports/words'
import { todayHref } from './addresses'

const columns = (prefix: string): Column[] => [
  { key: 'due', head: 'Trễ', width: '12.5rem' },
  { key: 'code', head: `Mã ${prefix}-…`, width: '8.25rem', rowHeader: true },
  { key: 'procedure', head: 'Thủ tục', className: 'c-what' },
  { key: 'holder', head: 'Đang giữ', width: '14rem', className: 'c-holder' },
  { key: 'letter', head: 'Phiếu xin lỗi', width: '11rem', className: 'c-why' },
]

type Overdue = { rows: readonly ListedDossier[]; isCut: boolean }

/**
 * Who has waited beyond the date and was told nothing, or beyond the later day of the letter too: on top of everything, without a click. Each leads
 * to the letter that is still to be signed, for whoever signs (`signs`).
 */
export function NoApology({ overdue: { rows, isCut }, prefix, signs }: { overdue: Overdue; prefix: string; signs: boolean }) {
  const { name, empty } = TODAY_WORDS.no_apology
  return (
    <section aria-labelledby="chua-xin-loi" className="no-apology">
      <h2 id="chua-xin-loi">{name}</h2>
      {rows.length === 0 ? (
        <p className="note">{empty}</p>
      ) : (
        <Ledger
          caption={name}
          look="risk"
          columns={columns(prefix)}
          rows={rows.map(({ code, standing, procedure, holder, isExtended }) => ({
            key: code,
            href: dossierHref(code, null),
            cells: {
              due: <DueChip standing={standing} />,
              code: (
                <a href={dossierHref(code, null)}>
                  <DossierCode code={code} short />
                </a>
              ),
              procedure: <Cut text={procedure} />,
              holder: shortPlace(holder ?? ''),
              letter: isExtended ? (
                'Đã quá cả ngày hẹn lại'
              ) : signs ? (
                <a href={stepHref(code, 'extend', null)}>
                  Ký Phiếu xin lỗi<span className="vh"> hồ sơ {code}</span>
                </a>
              ) : (
                'Chờ lãnh đạo ký'
              ),
            },
          }))}
        />
      )}
      {isCut ? (
        <p className="note">
          <a href={todayHref('no_apology')}>Xem cả danh sách</a>
        </p>
      ) : null}
    </section>
  )
}
