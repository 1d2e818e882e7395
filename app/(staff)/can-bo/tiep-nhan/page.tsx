import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { ForgetTyped } from '@/components/forms/forget-typed'
import { StaffMain } from '@/components/layout/staff-page'
import { Icon } from '@/components/ui/icon'
import { EmptyState } from '@/components/ui/notice'
import { Rows } from '@/components/ui/rows'
import { findMyIntakes } from '@/lib/counter/queries'
import { limitWords } from '@/lib/text/limits'
import { requireStaff } from '@/lib/identity/session'
import { EMPTY_FORM } from '@/lib/platform/form'
import { findProcedures, listPopular } from '@/lib/procedures/queries'
import { factLine } from '@/lib/procedures/words'
import { shortMoment } from '@/lib/text/dates'
import { COUNTER, intakeHref } from '../addresses'
import { startIntakeAction } from './actions'

export const metadata: Metadata = { title: 'Tiếp nhận tại quầy' }

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> }
type Listed = Awaited<ReturnType<typeof procedures>>[number]

const procedures = async (actor: Awaited<ReturnType<typeof requireStaff>>, q: string) =>
  q === '' ? shown(await listPopular(actor, {})) : (await shown(await findProcedures(actor, { q }))).items

/** Somebody stands at the counter: which procedure it is, or which intake was left half filled. */
export default async function CounterPage({ searchParams }: Address) {
  const asked = [(await searchParams).q].flat()[0]?.trim() ?? ''
  const actor = await requireStaff(COUNTER)
  const { intakes, now: _now } = await shown(await findMyIntakes(actor, {}))
  const found = await procedures(actor, asked)
  return (
    <StaffMain>
      <h1>Tiếp nhận tại quầy</h1>
      <p>Chọn thủ tục, tìm người nộp, ghi giấy tờ nhận được. Giấy tiếp nhận có ngay để in.</p>
      <form className="ask" role="search" action={COUNTER} method="get">
        <label className="label" htmlFor="q">
          Thủ tục
        </label>
        <div className="search">
          <input className="input" id="q" name="q" type="search" autoComplete="off" maxLength={200} defaultValue={asked} autoFocus />
          <button className="btn btn--plain" type="submit">
            <Icon name="search" />
            Tìm thủ tục
          </button>
        </div>
      </form>
      <section aria-labelledby="chon">
        <h2 id="chon">{asked === '' ? 'Hay làm' : `Thủ tục hợp với “${asked}”`}</h2>
        {found.length === 0 ? (
          <EmptyState title="Chưa tìm thấy thủ tục nào.">
            <p>Thử gõ ít chữ hơn, chỉ tên việc hoặc tên giấy cần có.</p>
          </EmptyState>
        ) : (
          <ActionForm action={startIntakeAction} start={EMPTY_FORM}>
            <ForgetTyped unsent />
            <Picks found={found} />
          </ActionForm>
        )}
      </section>
      {intakes.length === 0 ? null : (
        <section aria-labelledby="do-dang">
          <h2 id="do-dang">Đang nhập dở</h2>
          <Rows
            rows={intakes.map(({ id, person, procedure, updatedAt }) => ({
              href: intakeHref(id),
              label: person === '' ? procedure : `${person}, ${procedure}`,
              note: `lưu ${shortMoment(updatedAt)}, tự xóa sau 2 ngày không dùng`,
            }))}
          />
        </section>
      )}
    </StaffMain>
  )
}

function Picks({ found }: { found: readonly Listed[] }) {
  return (
    <ul className="rows">
      {found.map(({ code, shortName, name, limit, feeShort, onlineLevel }) => (
        <li key={code}>
          <button className="as-link" type="submit" name="procedure" value={code}>
            {shortName}
          </button>
          <span className="note">
            {name === shortName ? '' : `${name} · `}
            {factLine({ limit: limitWords(limit), feeShort, onlineLevel })}
          </span>
        </li>
      ))}
    </ul>
  )
}
