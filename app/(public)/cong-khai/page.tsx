import type { Metadata } from 'next'
import { Fragment } from 'react'
import { shown } from '@/app/shown'
import { Main } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { type Fact, Facts } from '@/components/ui/facts'
import { Button, Buttons } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import type { Actor } from '@/lib/access/policy'
import { listFields } from '@/lib/procedures/queries'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { localDateOf } from '@/lib/platform/local-date'
import { formatNumber, percent } from '@/lib/platform/money'
import { periodWords, quickPeriods, readPeriod, type ReadPeriod, yearPeriod } from '@/lib/reports/period'
import { type Figures, readPublicFigures, readPublicRecord, type YearRecord } from '@/lib/reports/queries'
import { FIGURES, type Figure, type Period } from '@/lib/reports/rules'
import { definitionOf, FIGURE_WORDS } from '@/lib/reports/words'
import { dateWords, sentenceCase, timeWords } from '@/lib/text/dates'

type Asked = Promise<Record<string, string | string[] | undefined>>

export const metadata: Metadata = { title: 'Công khai kết quả giải quyết' }

/** What the office shows of itself to everyone: this year so far and the last one that is over, each figure with its definition. */
export default async function RecordPage({ searchParams }: { searchParams: Asked }) {
  const [site, actor, query] = await Promise.all([currentSite(), requireActor(), searchParams])
  const [{ now, years }, fields] = await Promise.all([readPublicRecord(actor, {}).then(shown), listFields(actor, {}).then(shown)])
  const today = dateWords(localDateOf(now))
  const one = (name: string) => [query[name]].flat()[0]
  const asked = readPeriod({ ky: one('ky'), tu: one('tu'), den: one('den') }, localDateOf(now))
  const field = fields.find(({ code }) => code === one('linh-vuc'))
  const isAsked = ['ky', 'tu', 'den', 'linh-vuc'].some((name) => (one(name) ?? '') !== '')
  return (
    <>
      <Breadcrumbs path={[{ href: '/', label: 'Thủ tục' }]} />
      <Main>
        <h1>Công khai kết quả giải quyết</h1>
        <p className="lead">
          Số liệu của {site.name}, đếm từ hồ sơ lúc {timeWords(now)} ngày {today}. Dưới mỗi con số là cách tính.
        </p>
        <Choose asked={asked} fields={fields} field={field?.code} now={now} />
        {isAsked && Object.keys(asked.errors).length === 0 ? <Chosen actor={actor} period={asked.period} field={field} /> : null}
        {years.map((record) => (
          <Year key={record.year} record={record} today={today} />
        ))}
        <p className="note">Chỉ số 2.1, 3.6, 4.2: Bộ chỉ số theo Quyết định 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ.</p>
      </Main>
    </>
  )
}

/** Any period and any field: a plain form, so that every answer has an address. */
function Choose(props: { asked: ReadPeriod; fields: readonly { code: string; name: string }[]; field: string | undefined; now: Date }) {
  const { typed, errors } = props.asked
  return (
    <form method="get" action="/cong-khai#ky" className="stack">
      <div className="pair">
        <TextField name="tu" label="Từ ngày" value={typed.tu} error={errors.tu} width="date" figures inputMode="numeric" />
        <TextField name="den" label="Đến ngày" value={typed.den} error={errors.den} width="date" figures inputMode="numeric" />
      </div>
      <SelectField
        name="linh-vuc"
        label="Lĩnh vực"
        value={props.field}
        options={[{ value: '', label: 'Mọi lĩnh vực' }, ...props.fields.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      <Buttons>
        <Button look="plain">Xem số liệu</Button>
      </Buttons>
      <p>
        Chọn nhanh:{' '}
        {quickPeriods(localDateOf(props.now)).map(({ key, label }, index) => (
          <Fragment key={key}>
            {index === 0 ? '' : ', '}
            <a href={`/cong-khai?ky=${key}#ky`}>{label.toLocaleLowerCase('vi')}</a>
          </Fragment>
        ))}
        .
      </p>
    </form>
  )
}

type ChosenProps = { actor: Actor; period: Period; field: { code: string; name: string } | undefined }

async function Chosen({ actor, period, field }: ChosenProps) {
  const { figures } = await shown(await readPublicFigures(actor, { ...period, field: field?.code }))
  return (
    <>
      <h2 id="ky">
        {sentenceCase(periodWords(period))}
        {field === undefined ? '' : `, lĩnh vực ${field.name}`}
      </h2>
      <Facts facts={FIGURES.map((figure) => factOf(figure, figures))} />
    </>
  )
}

function Year({ record: { year, closed, figures }, today }: { record: YearRecord; today: string }) {
  const { from, to } = yearPeriod(year)
  return (
    <>
      <h2>
        Năm {year}
        {closed ? '' : `, đến ngày ${today}`}
      </h2>
      <Facts facts={FIGURES.map((figure) => factOf(figure, figures))} />
      <p>
        <a className="tap" href={`/api/v1/stats?from=${from}&to=${to}`}>
          Số liệu năm {year} cho máy đọc (JSON)
        </a>
      </p>
    </>
  )
}

function factOf(figure: Figure, figures: Figures): Fact {
  const { name, of, exceptions } = FIGURE_WORDS[figure]
  const { numerator, denominator } = figures[figure]
  return { term: name, value: valueOf({ numerator, denominator, of, isCount: exceptions === null }), note: definitionOf(figure) }
}

function valueOf({ numerator, denominator, of, isCount }: { numerator: number; denominator: number; of: string; isCount: boolean }) {
  if (isCount)
    return (
      <>
        <strong>{formatNumber(denominator)}</strong> {of}
      </>
    )
  if (denominator === 0) return `chưa có ${of}`
  return (
    <>
      <strong>{percent(numerator, denominator)}</strong>, {formatNumber(numerator)} trên {formatNumber(denominator)} {of}
    </>
  )
}
