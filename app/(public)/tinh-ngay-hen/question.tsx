import { DefaultButton } from '@/components/forms/default-button'
import { PressOnChange } from '@/components/forms/press-on-change'
import { Button, Buttons } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { MOST_PAUSES, pauseBoxes, PRESS, type ReadQuestion, type TypedPause, UNIT_CHOICES } from '@/lib/deadlines/typed-question'

/** The box of the procedure whose limit is filled in, and which one the page was drawn for: another choice fills in anew. */
export const PROCEDURE = { chosen: 'thu-tuc', before: 'thu-tuc-truoc' } as const

type Props = {
  asked: ReadQuestion
  /** Draws the boxes of one more stretch of waiting. */
  wantsMore: boolean
  procedures: readonly { code: string; shortName: string }[]
  /** Code of the procedure whose limit stands in the boxes; empty: none's. */
  chosen: string
}

/** What is asked, in one form, so that no button forgets what stands in the boxes of another. */
export function Question({ asked: { typed, errors }, wantsMore, procedures, chosen }: Props) {
  return (
    <form method="get" action="/tinh-ngay-hen#ket-qua" className="stack">
      <DefaultButton name={PRESS.box} value={PRESS.count} />
      <input type="hidden" name={PROCEDURE.before} value={chosen} />
      <PressOnChange>
        <SelectField
          name={PROCEDURE.chosen}
          label="Thủ tục (không bắt buộc)"
          hint="Chọn thì thời hạn ở dưới được điền sẵn."
          value={chosen}
          options={[
            { value: '', label: 'Tự ghi thời hạn' },
            ...procedures.map(({ code, shortName }) => ({ value: code, label: shortName })),
          ]}
        />
        <button className="btn-link" type="submit" name={PRESS.box} value={PRESS.fill} formAction="/tinh-ngay-hen">
          Điền thời hạn của thủ tục này
        </button>
      </PressOnChange>
      <div className="pair">
        <TextField name="ngay" label="Ngày nhận hồ sơ" value={typed.ngay} error={errors.ngay} width="date" figures inputMode="numeric" />
        <TextField name="gio" label="Giờ nhận" value={typed.gio} error={errors.gio} width="four" figures autoComplete="off" />
      </div>
      <div className="pair">
        <TextField name="so" label="Thời hạn" value={typed.so} error={errors.so} width="four" figures inputMode="numeric" />
        <SelectField name="don-vi" label="Tính theo" value={typed['don-vi']} error={errors['don-vi']} options={UNIT_CHOICES} />
      </div>
      <Pauses pauses={typed.pauses} errors={errors} wantsMore={wantsMore} />
      <Buttons>
        <Button name={PRESS.box} value={PRESS.count}>
          Tính ngày hẹn
        </Button>
      </Buttons>
    </form>
  )
}

/** The stretches in which the office waited. One pair of boxes stands there from the beginning; the button draws the next. */
function Pauses({ pauses, errors, wantsMore }: { pauses: readonly TypedPause[]; errors: ReadQuestion['errors']; wantsMore: boolean }) {
  const count = Math.min(MOST_PAUSES, Math.max(1, pauses.length + (wantsMore ? 1 : 0)))
  return (
    <details className="more" open={wantsMore || pauses.length > 0}>
      <summary>Có lúc dừng chờ bổ sung giấy tờ</summary>
      {Array.from({ length: count }, (_, index) => (
        <PauseFields
          key={index}
          number={index + 1}
          typed={pauses[index]}
          errors={errors}
          isOnly={count === 1}
          isNew={wantsMore && index + 1 === count}
        />
      ))}
      {count === MOST_PAUSES ? (
        <p className="note">Tính được đến {MOST_PAUSES} lần chờ.</p>
      ) : (
        <button className="btn-link" type="submit" name={PRESS.box} value={PRESS.more} formAction="/tinh-ngay-hen">
          Thêm một lần chờ
        </button>
      )}
      {count === 1 ? null : <p className="note">Xóa cả hai ô của một lần thì lần đó không tính nữa.</p>}
    </details>
  )
}

type PauseProps = { number: number; typed: TypedPause | undefined; errors: ReadQuestion['errors']; isOnly: boolean; isNew: boolean }

function PauseFields({ number, typed, errors, isOnly, isNew }: PauseProps) {
  const { from, to } = pauseBoxes(number)
  const hint = (day: string) => (number === 1 ? { hint: `Ví dụ ${day}` } : {})
  const day = { width: 'date', figures: true, inputMode: 'numeric' } as const
  return (
    <div className="pair">
      <TextField
        name={from}
        label={isOnly ? 'Chờ từ ngày' : `Lần ${number}: chờ từ ngày`}
        {...hint('01/12/2026')}
        value={typed?.from}
        error={errors[from]}
        autoFocus={isNew}
        {...day}
      />
      <TextField
        name={to}
        label={isOnly ? 'Nhận được ngày' : `Lần ${number}: nhận được ngày`}
        {...hint('04/12/2026')}
        value={typed?.to}
        error={errors[to]}
        {...day}
      />
    </div>
  )
}
