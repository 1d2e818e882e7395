import type { Metadata } from 'next'
import { ExplainedDeadline } from '@/components/dossiers/explained-deadline'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Main } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { NeedTable } from '@/components/ui/table'
import { dayStrip } from '@/lib/deadlines/day-strip'
import { explainAtLength } from '@/lib/deadlines/explanation'
import { openState } from '@/lib/deadlines/opening'
import { explainDeadline, readCalendar } from '@/lib/deadlines/queries'
import type { Deadline } from '@/lib/deadlines/rules'
import { PRESS, readTypedQuestion, UNIT_CHOICES } from '@/lib/deadlines/typed-question'
import { closedWords } from '@/lib/deadlines/words'
import { limitWords } from '@/lib/text/limits'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import type { Actor } from '@/lib/access/policy'
import { listLimits, readProcedure } from '@/lib/procedures/queries'
import { requireActor } from '@/lib/identity/session'
import { type LocalDate, toIsoLocal } from '@/lib/platform/local-date'
import { momentWords, sentenceCase, weekdayDate } from '@/lib/text/dates'
import { shown } from '../../shown'
import { OfficeHours } from '../office-hours'
import { PROCEDURE, Question } from './question'

type Asked = Promise<Record<string, string | string[] | undefined>>

const TITLE = 'Tính ngày hẹn trả kết quả'

/** What the address asks for, read by the clock of the answer. */
async function read(searchParams: Asked) {
  const boxes = Object.fromEntries(Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0]]))
  const actor = await requireActor()
  const { calendar, now } = await shown(await readCalendar(actor, {}))
  const limit = await limitOf(actor, boxes[PROCEDURE.chosen] ?? '')
  const isAnother = boxes[PRESS.box] === PRESS.fill || boxes[PROCEDURE.chosen] !== boxes[PROCEDURE.before]
  const asked = readTypedQuestion({ ...boxes, ...(limit !== null && isAnother ? limit : {}) }, now)
  // A limit that was typed over is no longer that of the procedure.
  const isOwn = limit !== null && limit.so === asked.typed.so && limit['don-vi'] === asked.typed['don-vi']
  const wantsMore = boxes[PRESS.box] === PRESS.more
  return { actor, calendar, now, asked, wantsMore, chosen: isOwn ? (boxes[PROCEDURE.chosen] ?? '') : '' }
}

/** The limit of a procedure that was chosen, as the boxes have it; null when none was. */
async function limitOf(actor: Actor, code: string): Promise<{ so: string; 'don-vi': string } | null> {
  const procedure = code === '' ? null : await readProcedure(actor, { code })
  if (!procedure?.ok) return null
  const { value, unit } = procedure.value.limit
  return { so: String(value), 'don-vi': UNIT_CHOICES.find((choice) => choice.unit === unit)?.value ?? '' }
}

export async function generateMetadata({ searchParams }: { searchParams: Asked }): Promise<Metadata> {
  const { errors } = (await read(searchParams)).asked
  return { title: Object.keys(errors).length === 0 ? TITLE : `Lỗi: ${TITLE}` }
}

/** Anyone computes an appointment date, and sees each day that counts and each day that does not, with its name. */
export default async function CountPage({ searchParams }: { searchParams: Asked }) {
  const { actor, calendar, now, asked, wantsMore, chosen } = await read(searchParams)
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
        <Question asked={asked} wantsMore={wantsMore} procedures={procedures} chosen={chosen} />
        {counted === null ? null : <Answer counted={counted} now={now} calendar={calendar} />}
      </Main>
    </>
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
