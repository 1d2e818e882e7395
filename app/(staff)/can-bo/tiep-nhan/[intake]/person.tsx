import { FormText, FormTick } from '@/components/forms/form-field'
import { Reveal } from '@/components/forms/reveal'
import { Button } from '@/components/ui/button'
import type { findPeople } from '@/lib/counter/queries'
import { localDateOf, localDateOfColumn } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'

type Found = Extract<Awaited<ReturnType<typeof findPeople>>, { ok: true }>['value']

/** Who stands at the counter: found by a whole number, or typed. `found` null: nobody was searched for just now. */
export function Person({ found, sought }: { found: Found | null; sought: string }) {
  return (
    <section aria-labelledby="nguoi-nop">
      <h2 id="nguoi-nop">Người nộp</h2>
      <div className="find-person">
        <FormText
          name="sought"
          label="Tìm bằng số định danh hoặc số điện thoại"
          hint="Quét mã trên thẻ căn cước, hoặc nhập đủ số."
          width="code"
          figures
          autoComplete="off"
          maxLength={400}
        />
        <Button look="plain" name="then" value="find">
          Tìm người
        </Button>
      </div>
      {found === null ? null : <People found={found} sought={sought} />}
      <div className="person-fields">
        <FormText name="person.fullName" label="Họ và tên" autoComplete="off" maxLength={120} />
        <FormText name="person.personalNumber" label="Số định danh cá nhân" width="code" figures inputMode="numeric" autoComplete="off" />
        <FormText name="person.phone" label="Số điện thoại" type="tel" width="phone" figures autoComplete="off" />
        <FormText name="person.email" label="Thư điện tử (không bắt buộc)" type="email" autoComplete="off" />
      </div>
      <FormText name="person.address" label="Địa chỉ" hint="Số nhà, ấp hoặc đường, xã, tỉnh." autoComplete="off" maxLength={300} />
      <Reveal
        question={
          <FormTick
            name="forOther"
            legend="Có nộp thay người khác không"
            choice={{ value: 'yes', label: 'Nộp thay người khác, theo ủy quyền', opens: true }}
          />
        }
      >
        <div className="person-fields">
          <FormText name="principal.fullName" label="Họ và tên người ủy quyền" autoComplete="off" />
          <FormText
            name="principal.personalNumber"
            label="Số định danh người ủy quyền"
            width="code"
            figures
            inputMode="numeric"
            autoComplete="off"
          />
          <FormText name="principal.phone" label="Số điện thoại người ủy quyền" type="tel" width="phone" figures autoComplete="off" />
          <FormText name="principal.email" label="Thư điện tử người ủy quyền (không bắt buộc)" type="email" autoComplete="off" />
        </div>
        <FormText name="principal.address" label="Địa chỉ người ủy quyền" autoComplete="off" />
        <FormText name="principal.document" label="Văn bản ủy quyền" autoComplete="off" />
      </Reveal>
    </section>
  )
}

/** Those whose number it is, masked: name, birthday and the last digits tell them apart. */
function People({ found, sought }: { found: Found; sought: string }) {
  if (found.length === 0)
    return (
      <p className="found" role="status">
        {sought === '' ? 'Nhập số định danh hoặc số điện thoại rồi bấm Tìm người.' : NOBODY}
      </p>
    )
  return (
    <div className="found" role="status">
      <ul>
        {found.map(({ ref, fullName, maskedNumber, phoneEnd, birthDate, lastFiledAt }) => (
          <li key={ref}>
            <span>
              <strong>{fullName}</strong>{' '}
              <span className="note">
                {[
                  birthDate === null ? '' : `sinh ${dateWords(localDateOfColumn(birthDate))}`,
                  `số định danh ${maskedNumber}`,
                  phoneEnd === '' ? '' : `điện thoại …${phoneEnd}`,
                  lastFiledAt === null ? '' : `nộp gần nhất ${dateWords(localDateOf(lastFiledAt))}`,
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
            <button className="as-link" type="submit" name="then" value={`choose-${ref}`}>
              Chọn<span className="vh"> {fullName}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const NOBODY = 'Chưa có ai với số này. Kiểm tra lại đủ số, hoặc nhập người mới ở dưới.'
