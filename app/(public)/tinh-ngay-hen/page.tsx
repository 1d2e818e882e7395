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
import type { Actor } from '@/lib/access/policy'
import { PressOnChange } from '@/components/forms/press-on-change'
import { listLimits, readProcedure } from '@/lib/procedures/queries'
import { requireActor } from '@/lib/identity/session'
import { type LocalDate, toIsoLocal } from '@/lib/platform/local-date'
import { momentWords, sentenceCase, weekdayDate } from '@/lib/text/dates'
import { shown } from '../../shown'
import { OfficeHours } from '../office-hours'

type Asked = Promise<Record<string, string | string[] | undefined>>

const TITLE = 'Tính ngày hẹn trả kết quả'

const first = (asked: Awaited<Asked>, name: string): string => [asked[name]].flat()[0] ?? ''

/** What the address asks for, read by the clock of the answer. */
async function read(searchParams: Asked) {
  const asked = await searchParams
  const one = (name: string) => first(asked, name)
  const actor = await requireActor()
  const { calendar, now } = await shown(await readCalendar(actor, {}))
  const chosen = await limitOf(actor, one('thu-tuc'))
  const typed = {
    ngay: one('ngay'),
    gio: one('gio'),
    so: chosen?.so ?? one('so'),
    'don-vi': chosen?.['don-vi'] ?? one('don-vi'),
    'dung-tu': one('dung-tu'),
    'dung-den': one('dung-den'),
  }
  const { 'don-vi': unit, ...rest } = typed
  return { actor, calendar, now, read: readTypedQuestion(unit === '' ? rest : typed, now) }
}

/** The limit of a procedure that was chosen, as the boxes have it; null when none was. */
async function limitOf(actor: Actor, code: string): Promise<{ so: string; 'don-vi': string } | null> {
  const procedure = code === '' ? null : await readProcedure(actor, { code })
  if (!procedure?.ok) return null
  const { value, unit } = procedure.value.limit
  return { so: String(value), 'don-vi': UNIT_CHOICES.find((choice) => choice.unit === unit)?.value ?? '' }
}

export async function generateMetadata({ searchParams }: { searchParams: Asked }): Promise<Metadata> {
  const { errors } = (await read(searchParams)).read
  return { title: Object.keys(errors).length === 0 ? TITLE : `Lỗi: ${TITLE}` }
}

/** Anyone computes an appointment date, and sees each day that counts and each day that does not, with its name. */
export default async function CountPage({ searchParams }: { searchParams: Asked }) {
  const { actor, calendar, now, read: asked } = await read(searchParams)
  const procedures = await shown(await listLimits(actor, {}))
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
        <ChooseProcedure procedures={procedures} chosen={first(await searchParams, 'thu-tuc')} />
        <Question asked={asked} />
        {counted === null ? null : <Answer counted={counted} now={now} calendar={calendar} />}
      </Main>
    </>
  )
}

/** Fills in the limit of a procedure; another question than the count, so a form of its own. */
function ChooseProcedure({ procedures, chosen }: { procedures: readonly { code: string; shortName: string }[]; chosen: string }) {
  return (
    <form method="get" action="/tinh-ngay-hen" className="stack">
      <PressOnChange>
        <SelectField
          name="thu-tuc"
          label="Thủ tục (không bắt buộc)"
          hint="Chọn thì thời hạn ở dưới được điền sẵn."
          value={chosen}
          options={[
            { value: '', label: 'Tự ghi thời hạn' },
            ...procedures.map(({ code, shortName }) => ({ value: code, label: shortName })),
          ]}
        />
        <button className="btn-link" type="submit">
          Điền thời hạn của thủ tục này
        </button>
      </PressOnChange>
    </form>
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
      <details className="more" open={typed['dung-tu'] !== '' || typed['dung-den'] !== ''}>
        <summary>Có lúc dừng chờ bổ sung giấy tờ</summary>
        <div className="pair">
          <TextField
            name="dung-tu"
            label="Chờ từ ngày"
            hint="Ví dụ 01/12/2026"
            value={typed['dung-tu']}
            error={errors['dung-tu']}
            width="date"
            figures
            inputMode="numeric"
          />
          <TextField
            name="dung-den"
            label="Nhận được ngày"
            hint="Ví dụ 04/12/2026"
            value={typed['dung-den']}
            error={errors['dung-den']}
            width="date"
            figures
            inputMode="numeric"
          />
        </div>
      </details>
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
