import { DenseDeadline } from '@/components/dossiers/explained-deadline'
import { FormCheckbox, FormRadios, FormTextarea } from '@/components/forms/form-field'
import { Reveal } from '@/components/forms/reveal'
import { Button, Buttons } from '@/components/ui/button'
import { intakeFeeBox } from '@/lib/counter/boxes'
import type { IntakePage } from '@/lib/counter/queries'
import { explainBriefly } from '@/lib/deadlines/short-explanation'
import { limitWords } from '@/lib/text/limits'
import { RETURN_WORDS } from '@/lib/dossiers/words'
import { toIsoLocal } from '@/lib/platform/local-date'
import { formatVnd } from '@/lib/platform/money'
import { totalDue } from '@/lib/procedures/rules'
import { momentWords } from '@/lib/text/dates'
import { inSentence } from '@/lib/text/typed-date'
import { dropIntakeHref } from '../../addresses'

/** What comes of it: how the result is fetched, what it costs, when it is due and why, and the button. */
export function Outcome({ intake }: { intake: IntakePage }) {
  return (
    <div>
      <Return />
      <Fees intake={intake} />
      <Appointment intake={intake} />
      <section aria-labelledby="xong">
        <h2 id="xong" className="vh">
          Tiếp nhận
        </h2>
        <p className="note">Hồ sơ được cấp mã và số, Giấy tiếp nhận có ngay để in. Thời hạn bắt đầu tính.</p>
        <Buttons>
          <Button name="then" value="issue">
            Tiếp nhận hồ sơ
          </Button>
          <Button look="plain" name="then" value="later">
            Lưu lại, làm sau
          </Button>
        </Buttons>
        <p className="note">Chưa tiếp nhận được? Phiếu có ngay để in; nội dung ở trang này được giữ lại khi sang trang sau.</p>
        <Buttons>
          <Button look="plain" name="then" value="ask_for_more">
            Yêu cầu bổ sung
          </Button>
          <Button look="grave" name="then" value="refuse">
            Từ chối tiếp nhận
          </Button>
        </Buttons>
        <p>
          <a href={dropIntakeHref(intake.id)}>Bỏ hồ sơ đang nhập này</a>
        </p>
      </section>
    </div>
  )
}

const Return = () => (
  <section aria-labelledby="nhan-ket-qua">
    <h2 id="nhan-ket-qua" className="vh">
      Nhận kết quả
    </h2>
    <Reveal
      question={
        <FormRadios
          name="returnMethod"
          label="Nhận kết quả"
          choices={[
            { value: 'COUNTER', label: RETURN_WORDS.COUNTER },
            { value: 'ONLINE', label: 'Chỉ nhận bản điện tử', hint: 'Người nộp tải về ở Hồ sơ của tôi, cần tài khoản VNeID.' },
            { value: 'POST', label: 'Qua bưu chính', opens: true },
          ]}
        />
      }
    >
      <FormTextarea name="returnAddress" label="Địa chỉ nhận" rows={2} />
    </Reveal>
  </section>
)

function Fees({ intake: { fees, possibleFees, procedure } }: { intake: IntakePage }) {
  const isNone = fees.length === 0 && possibleFees.length === 0
  return (
    <section aria-labelledby="phi">
      <h2 id="phi">Phí, lệ phí</h2>
      {isNone ? <p>{procedure.feeSentence}</p> : null}
      {possibleFees.map(({ code, name, amount, quantity, condition }) => (
        <FormCheckbox
          key={code}
          name={intakeFeeBox(code)}
          label={`${name}: ${formatVnd(amount * quantity)}${quantity > 1 ? ` (${quantity} × ${formatVnd(amount)})` : ''}`}
          hint={`Đánh dấu nếu phải nộp: ${inSentence(condition)}.`}
        />
      ))}
      {fees.length === 0 ? null : (
        <ul className="result-files">
          {fees.map(({ code, name, amount, quantity }) => (
            <li key={code}>
              {name}: <b>{formatVnd(amount * quantity)}</b>
              {quantity > 1 ? <span className="note"> {`${quantity} × ${formatVnd(amount)}`}</span> : null}
            </li>
          ))}
        </ul>
      )}
      {isNone ? null : (
        <>
          <p>
            Phải nộp: <b>{formatVnd(totalDue(fees))}</b>
          </p>
          <Button look="plain" name="then" value="stay-fees">
            Tính lại theo nội dung vừa nhập
          </Button>
        </>
      )}
    </section>
  )
}

function Appointment({ intake: { appointment, procedure, now, calendar } }: { intake: IntakePage }) {
  const { dueAt } = appointment.deadline
  return (
    <section aria-labelledby="hen-tra">
      <h2 id="hen-tra">Nếu tiếp nhận bây giờ, hẹn trả</h2>
      <DenseDeadline
        dueAt={toIsoLocal(dueAt)}
        due={momentWords(dueAt)}
        limit={limitWords(procedure.limit)}
        strip={appointment.strip}
        reasons={explainBriefly(appointment.deadline, { now, calendar, submittedAt: now })}
      />
    </section>
  )
}
