import type { Metadata } from 'next'
import { ExplainedDeadline } from '@/components/dossiers/explained-deadline'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Main } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Button, Buttons } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { NeedTable } from '@/components/ui/table'
import { dayStrip } from '@/lib/deadlines/day-strip'
import { explainAtLength } from '@/lib/deadlines/explanation'
import { openState } from '@/lib/deadlines/opening'
import { explainDeadline, readCalendar } from '@/lib/deadlines/queries'
import type { Deadline } from '@/lib/deadlines/rules'
import { readTypedQuestion, type ReadQuestion, UNIT_CHOICES } from '@/lib/deadlines/typed-question'
import { closedWords, limitWords } from '@/lib/deadlines/words'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import { requireActor } from '@/lib/identity/session'
import { type LocalDate, toIsoLocal } from '@/lib/platform/local-date'
import { momentWords, sentenceCase, weekdayDate } from '@/lib/text/dates'
import { shown } from '../../shown'
import { OfficeHours } from '../office-hours'

type Asked = Promise<Record<string, string | string[] | undefined>>

const TITLE = 'Tính ngày hẹn trả kết quả'

/** What the address asks for, read by the clock of the answer. */
async function read(searchParams: Asked) {
  const asked = await searchParams
  const one = (name: string) => [asked[name]].flat()[0] ?? ''
  const actor = await requireActor()
  const { calendar, now } = await shown(await readCalendar(actor, {}))
  const typed = { ngay: one('ngay'), gio: one('gio'), so: one('so'), 'don-vi': one('don-vi') }
  const { 'don-vi': unit, ...rest } = typed
  return { actor, calendar, now, read: readTypedQuestion(unit === '' ? rest : typed, now) }
}

export async function generateMetadata({ searchParams }: { searchParams: Asked }): Promise<Metadata> {
  const { errors } = (await read(searchParams)).read
  return { title: Object.keys(errors).length === 0 ? TITLE : `Lỗi: ${TITLE}` }
}

/** Anyone computes an appointment date, and sees each day that counts and each day that does not, with its name. */
export default async function CountPage({ searchParams }: { searchParams: Asked }) {
  const { actor, calendar, now, read: asked } = await read(searchParams)
  const counted = asked.question === null ? null : await shown(await explainDeadline(actor, asked.question))
  return (
    <>
      <Breadcrumbs path={[{ href: '/', label: 'Thủ tục' }]} />
      <Main
        asideLabel="Giờ làm việc của Trung tâm"
        aside={
          <section>
            <h2>Giờ làm việc</h2>
            <OfficeHours state={openState(now, calendar)} calendar={calendar} now={now} online />
          </section>
        }
      >
        <ErrorSummary errors={asked.errors} message={null} />
        <h1>{TITLE}</h1>
        <p className="lead">Theo lịch làm việc của Trung tâm. Thời gian chờ bổ sung giấy tờ không tính vào thời hạn.</p>
        <Question asked={asked} />
        {counted === null ? null : <Answer counted={counted} now={now} calendar={calendar} />}
      </Main>
    </>
  )
}

function Question({ asked: { typed, errors } }: { asked: ReadQuestion }) {
  return (
    <form method="get" action="/tinh-ngay-hen#ket-qua" className="stack">
      <div className="pair">
        <TextField name="ngay" label="Ngày nhận hồ sơ" value={typed.ngay} error={errors.ngay} width="date" figures inputMode="numeric" />
        <TextField name="gio" label="Giờ nhận" value={typed.gio} error={errors.gio} width="four" figures autoComplete="off" />
      </div>
      <div className="pair">
        <TextField name="so" label="Thời hạn" value={typed.so} error={errors.so} width="four" figures inputMode="numeric" />
        <SelectField name="don-vi" label="Tính theo" value={typed['don-vi']} error={errors['don-vi']} options={UNIT_CHOICES} />
      </div>
      <Buttons>
        <Button>Tính ngày hẹn</Button>
      </Buttons>
    </form>
  )
}

function Answer({ counted, now, calendar }: { counted: Deadline; now: Date; calendar: WorkCalendar }) {
  const skipped = skippedDays(counted)
  const strip = dayStrip(counted, { now, calendar, receiptCaption: 'nhận' })
  return (
    <section aria-labelledby="ket-qua" className="stack">
      <h2 id="ket-qua">Hẹn trả ({limitWords(counted.limit).toLocaleLowerCase('vi')})</h2>
      <ExplainedDeadline
        at={{ iso: toIsoLocal(counted.dueAt), text: momentWords(counted.dueAt) }}
        standing={null}
        strip={strip}
        reasons={explainAtLength(counted, { now, calendar })}
      />
      {strip.layout !== 'list' || skipped.length === 0 ? null : (
        <NeedTable
          caption={counted.limit.unit === 'DAY' ? 'Ngày nghỉ làm ngày hẹn dời lại' : 'Những ngày không tính'}
          heads={['Ngày', 'Vì sao']}
          rows={skipped.map(({ date, why }) => ({ key: date, what: sentenceCase(weekdayDate(date)), count: sentenceCase(why) }))}
        />
      )}
    </section>
  )
}

const skippedDays = ({ reasons }: Deadline): { date: LocalDate; why: string }[] =>
  reasons.flatMap((reason) => (reason.kind === 'skipped' ? [{ date: reason.date, why: closedWords(reason.because) ?? 'cuối tuần' }] : []))
