import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ActionForm } from '@/components/forms/action-form'
import { ErrorSummary } from '@/components/forms/error-summary'
import { FileField } from '@/components/forms/file-field'
import { FormCheckbox, FormDate, FormRadios, FormText } from '@/components/forms/form-field'
import { Checkbox, DateField, RadioGroup } from '@/components/ui/choice'
import { SelectField, TextareaField, TextField } from '@/components/ui/field'

const html = (element: ReactElement) => renderToStaticMarkup(element)

/** The texts that the control with this id is described by, in order. */
function descriptionsOf(page: string, tag: string, id: string): string[] {
  const control = new RegExp(`<${tag}[^>]*\\bid="${id}"[^>]*>`).exec(page)?.[0] ?? ''
  const ids = /aria-describedby="([^"]*)"/.exec(control)?.[1]?.split(' ') ?? []
  return ids.map((one) => textOf(page, one))
}

/** The text inside the element with this id; throws when there is none, for a description that points nowhere is the fault looked for. */
function textOf(page: string, id: string): string {
  const found = new RegExp(`<(\\w+)[^>]*\\bid="${id}"[^>]*>(.*?)</\\1>`, 's').exec(page)
  if (found?.[2] === undefined) throw new Error(`nothing has the id ${id}`)
  return found[0].replace(/<[^>]+>/g, '')
}

describe('a field', () => {
  test('is described by its hint, then by its error, and says that it is wrong', () => {
    const page = html(<TextField name="phone" label="Số điện thoại" hint="Để báo kết quả" error="Cần đủ 10 chữ số" value="090000012" />)
    expect(descriptionsOf(page, 'input', 'phone')).toEqual(['Để báo kết quả', 'Lỗi: Cần đủ 10 chữ số'])
    expect(page).toContain('aria-invalid="true"')
    expect(page).toContain('<label for="phone">Số điện thoại</label>')
  })

  test('keeps what was typed', () => {
    expect(html(<TextField name="phone" label="Số điện thoại" value="090000012" />)).toContain('value="090000012"')
    expect(html(<TextareaField name="why" label="Lý do" value="Xin cấp lại" />)).toContain('>Xin cấp lại</textarea>')
    const choices = [
      { value: 'a', label: 'Kinh' },
      { value: 'b', label: 'Khmer' },
    ]
    expect(html(<SelectField name="people" label="Dân tộc" options={choices} value="b" />)).toContain('<option value="b" selected="">')
  })

  test('without hint and error points to neither and is not wrong', () => {
    const page = html(<TextField name="phone" label="Số điện thoại" />)
    expect(page).not.toMatch(/aria-describedby|aria-invalid|field--error/)
  })

  test('puts hint and error between label and control', () => {
    const page = html(<TextareaField name="why" label="Lý do" hint="Một câu là đủ" error="Ghi lý do" />)
    const order = ['<label', 'why-hint', 'why-error', '<textarea'].map((part) => page.indexOf(part))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })
})

describe('a choice', () => {
  const choices = [
    { value: 'counter', label: 'Tại quầy' },
    { value: 'post', label: 'Qua bưu chính', hint: 'Trả cước khi nhận' },
  ]

  test('has nothing ticked in advance', () => {
    expect(html(<RadioGroup name="return" label="Nhận ở đâu?" choices={choices} />)).not.toContain('checked')
    expect(html(<Checkbox name="sworn" label="Tôi cam đoan" />)).not.toContain('checked')
  })

  test('keeps the one that was chosen', () => {
    const page = html(<RadioGroup name="return" label="Nhận ở đâu?" choices={choices} value="post" />)
    expect(page.match(/<input[^>]*checked=""[^>]*>/g)).toEqual([expect.stringContaining('value="post"')])
  })

  test('ties its error to the whole group, and the first control carries the name that the summary links to', () => {
    const page = html(<RadioGroup name="return" label="Nhận ở đâu?" choices={choices} error="Chọn nơi nhận" />)
    expect(/<fieldset[^>]*aria-describedby="([^"]*)"/.exec(page)?.[1]).toBe('return-error')
    expect(textOf(page, 'return-error')).toContain('Chọn nơi nhận')
    expect(page).toMatch(/<input[^>]*id="return"[^>]*value="counter"/)
  })
})

test('a date keeps its three parts as they were typed, also when they make no date', () => {
  const page = html(
    <DateField name="born" label="Ngày sinh" value={{ day: '31', month: '02', year: '1994' }} error="31/02 không có trong lịch" />,
  )
  for (const [part, value] of [
    ['day', '31'],
    ['month', '02'],
    ['year', '1994'],
  ])
    expect(page).toMatch(new RegExp(`<input[^>]*name="born.${part}"[^>]*value="${value}"`))
  expect(page).toMatch(/<input[^>]*id="born"[^>]*name="born.day"/)
})

describe('the error summary', () => {
  test('says the same sentences as the fields and leads to each', () => {
    const page = html(<ErrorSummary errors={{ phone: 'Cần đủ 10 chữ số', return: 'Chọn nơi nhận' }} message={null} />)
    expect(page).toContain('Có 2 chỗ cần sửa')
    expect(page).toContain('<a href="#phone">Cần đủ 10 chữ số</a>')
    expect(page).toContain('<a href="#return">Chọn nơi nhận</a>')
  })

  test('is announced and takes the focus without a script', () => {
    const page = html(<ErrorSummary errors={{ phone: 'Cần đủ 10 chữ số' }} message={null} />)
    expect(page).toMatch(/role="alert"[^>]*tabindex="-1"[^>]*autofocus=""/)
  })

  test('is not there when nothing is wrong', () => {
    expect(html(<ErrorSummary errors={{}} message={null} />)).toBe('')
  })
})

describe('a refused form', () => {
  const refused = {
    values: { phone: '090000012', return: 'post', 'born.day': '31', 'born.month': '2', 'born.year': '1994', sworn: 'yes' },
    errors: { phone: 'Cần đủ 10 chữ số' },
    message: null,
  }
  const page = html(
    <ActionForm action={async (state) => state} start={refused}>
      <h1>Liên hệ</h1>
      <FormText name="phone" label="Số điện thoại" />
      <FormRadios
        name="return"
        label="Nhận ở đâu?"
        choices={[
          { value: 'counter', label: 'Tại quầy' },
          { value: 'post', label: 'Qua bưu chính' },
        ]}
      />
      <FormDate name="born" label="Ngày sinh" />
      <FormCheckbox name="sworn" label="Tôi cam đoan" />
      <FormText name="secret" label="Mật khẩu" type="password" />
    </ActionForm>,
  )

  test('comes back with everything that was typed', () => {
    expect(page).toMatch(/<input[^>]*id="phone"[^>]*value="090000012"/)
    expect(page).toMatch(/<input[^>]*value="post"[^>]*checked=""|<input[^>]*checked=""[^>]*value="post"/)
    expect(page).toMatch(/<input[^>]*name="born.day"[^>]*value="31"/)
    expect(page).toMatch(/<input[^>]*id="sworn"[^>]*checked=""/)
  })

  test('says each error above the heading and at its field', () => {
    expect(page.indexOf('summary-error')).toBeLessThan(page.indexOf('<h1>'))
    expect(page.match(/Cần đủ 10 chữ số/g)).toHaveLength(2)
  })
})

test('a password is never sent back to the page', () => {
  const page = html(
    <ActionForm action={async (state) => state} start={{ values: { secret: 'mat-khau-mau' }, errors: {}, message: null }}>
      <FormText name="secret" label="Mật khẩu" type="password" />
    </ActionForm>,
  )
  expect(page).not.toContain('mat-khau-mau')
})

describe('a component of the dossier', () => {
  const kept = { id: '1', name: 'to-khai.pdf', content: '2 trang', size: '412 KB' }

  test('that was refused says why at its own control and keeps the file received before', () => {
    const page = html(<FileField name="form" label="Tờ khai" standing={{ kind: 'refused', error: 'Tệp có mật khẩu', files: [kept] }} />)
    expect(descriptionsOf(page, 'input', 'form')[0]).toContain('Tệp có mật khẩu')
    expect(page).toContain('to-khai.pdf')
  })

  test('that was received asks for no further file unless more are wanted', () => {
    const standing = { kind: 'received', files: [kept] } as const
    expect(html(<FileField name="form" label="Tờ khai" standing={standing} />)).not.toContain('type="file"')
    expect(html(<FileField name="form" label="Ảnh" standing={standing} more />)).toContain('type="file"')
  })

  test('that is not needed says for what reason', () => {
    const page = html(<FileField name="form" label="Văn bản ủy quyền" standing={{ kind: 'not-needed', reason: 'Ông/Bà tự nộp' }} />)
    expect(page).toContain('Không cần: Ông/Bà tự nộp')
    expect(page).not.toContain('<input')
  })
})
