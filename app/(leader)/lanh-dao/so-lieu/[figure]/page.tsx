import type { Metadata } from 'next'
import { nowhere, shown } from '@/app/shown'
import { LeaderMain, QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { EmptyState } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { hasRight } from '@/lib/access/policy'
import { requireStaff } from '@/lib/identity/session'
import { parseLocalDate } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import { findCounted } from '@/lib/reports/counted-queries'
import { periodWords } from '@/lib/reports/period'
import { FIGURES, type Figure, type Part, PARTS, type Rate } from '@/lib/reports/rules'
import { countedBecause, definitionOf, FIGURE_WORDS, partWords } from '@/lib/reports/words'
import { sentenceCase } from '@/lib/text/dates'
import { inSentence } from '@/lib/text/typed-date'
import {
  type CountedAddress,
  countedFields,
  countedHref,
  countedPath,
  dashboardHref,
  figureOfPath,
  one,
  type Params,
  partOfPath,
} from '../../addresses'
import { ListedTable } from '../../listed-table'

type Address = { params: Promise<{ figure: string }>; searchParams: Promise<Params> }

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const figure = figureOfPath((await params).figure)
  return { title: figure === null ? 'Số liệu' : `${FIGURE_WORDS[figure].name}, các hồ sơ đã đếm` }
}

/** What an address asks for; one that names no figure or no period leads nowhere. */
async function addressOf(path: string, params: Params): Promise<CountedAddress> {
  const [figure, from, to] = [figureOfPath(path), parseLocalDate(one(params, 'tu') ?? ''), parseLocalDate(one(params, 'den') ?? '')]
  if (figure === null || from === null || to === null) return nowhere()
  return {
    figure,
    part: partOfPath(one(params, 'phan')),
    period: { from, to },
    field: one(params, 'linh-vuc'),
    department: one(params, 'don-vi'),
    cursor: one(params, 'sau'),
  }
}

const countOf = ({ numerator, denominator }: Rate, part: Part): number =>
  part === 'exceptions' ? denominator - numerator : part === 'numerator' ? numerator : denominator

/** The dossiers behind a figure of the dashboard, with the definition by which they were counted. */
export default async function CountedPage({ params, searchParams }: Address) {
  const asked = await addressOf((await params).figure, await searchParams)
  const { figure, part = 'denominator', period, field, department, cursor } = asked
  const actor = await requireStaff(countedHref(asked))
  const found = await shown(await findCounted(actor, { figure, part, ...period, field, department, cursor }))
  const name = `${sentenceCase(partWords(figure, part))}, ${periodWords(period)}`
  const count = countOf(found.figures[figure], part)
  return (
    <LeaderMain>
      <BackLink href={`${dashboardHref({ period, department })}#ky`}>Điều hành</BackLink>
      <QueueHead
        title={name}
        summary={
          <>
            <strong>{formatNumber(count)} hồ sơ.</strong> {FIGURE_WORDS[figure].name}: {inSentence(definitionOf(figure))}
          </>
        }
        filters={
          <Filters
            asked={asked}
            fields={found.fields ?? []}
            departments={hasRight(actor, 'dossier.read_all') ? (found.departments ?? []) : []}
          />
        }
      />
      <Choices asked={asked} figures={found.figures} />
      {found.rows.length === 0 ? (
        <EmptyState title="Không có hồ sơ nào.">
          <p>Đổi kỳ ở trang Điều hành, hoặc bỏ bớt điều kiện lọc.</p>
        </EmptyState>
      ) : (
        <>
          <ListedTable
            caption={name}
            prefix={found.agencyCode}
            rows={found.rows}
            because={{ head: BECAUSE[figure], of: (row) => countedBecause(figure, row) }}
          />
          <Pagination
            summary={
              found.next === null && cursor === undefined
                ? `Đủ ${formatNumber(count)} hồ sơ`
                : `${found.rows.length} trong ${formatNumber(count)} hồ sơ, mới nhận trước`
            }
            first={cursor === undefined ? null : countedHref({ ...asked, cursor: undefined })}
            next={found.next === null ? null : countedHref({ ...asked, cursor: found.next })}
          />
        </>
      )}
    </LeaderMain>
  )
}

/** Heads of the column that says why a dossier stands in the list. */
const BECAUSE: Record<Figure, string> = {
  received: 'Cách nộp',
  resolved: 'Cách nộp',
  onTime: 'Đang ở bước',
  online: 'Cách nộp',
  digitised: 'Tệp',
  onlinePayment: 'Thanh toán',
}

/** The other figures of the same period, and the parts of this one, each with its number. */
function Choices({ asked, figures }: { asked: CountedAddress; figures: Readonly<Record<Figure, Rate>> }) {
  const { figure, part = 'denominator' } = asked
  const parts = FIGURE_WORDS[figure].exceptions === null ? [] : PARTS.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  const to = { ...asked, cursor: undefined }
  return (
    <>
      <ul className="choices" aria-label="Số liệu khác cùng kỳ">
        {FIGURES.map((other) => (
          <li key={other}>
            <a href={countedHref({ ...to, figure: other, part: 'denominator' })} aria-current={other === figure ? 'true' : undefined}>
              {FIGURE_WORDS[other].name}
            </a>
          </li>
        ))}
      </ul>
      {parts.length === 0 ? null : (
        <ul className="choices" aria-label="Phần của số liệu này">
          {parts.map((other) => (
            <li key={other}>
              <a href={countedHref({ ...to, part: other })} aria-current={other === part ? 'true' : undefined}>
                {formatNumber(countOf(figures[figure], other))} {partWords(figure, other)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const ORDER: readonly Part[] = ['denominator', 'numerator', 'exceptions']

type Named = readonly { code: string; name: string }[]

function Filters({ asked, fields, departments }: { asked: CountedAddress; fields: Named; departments: Named }) {
  const options = (all: string, named: Named) => [
    { value: '', label: all },
    ...named.map(({ code, name }) => ({ value: code, label: name })),
  ]
  return (
    <form className="filters" action={countedPath(asked.figure)} method="get">
      {countedFields(asked).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField name="linh-vuc" label="Lĩnh vực" value={asked.field} options={options('Tất cả lĩnh vực', fields)} />
      {departments.length === 0 ? null : (
        <SelectField name="don-vi" label="Đơn vị" value={asked.department} options={options('Cả xã', departments)} />
      )}
      <Button look="plain">Lọc danh sách</Button>
    </form>
  )
}
