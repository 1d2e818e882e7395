import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskPersonalNumber } from '@/lib/people/rules'
import {
  type Answers,
  answersSchema,
  copiesAsked,
  parseAnswers,
  prefilled,
  requestSentence,
  summary,
  typedAnswers,
  type Typed,
} from '@/lib/procedures/answers'
import { FormDefinition, genericForm } from '@/lib/procedures/e-form'
import { loadProcedures } from '@/prisma/seed/data'

/** A form of one field, required unless the test says otherwise. */
const formOf = (field: object, ...more: object[]) =>
  FormDefinition.parse({ sections: [{ title: 'Phần', fields: [{ key: 'x', label: 'Ngày sinh', required: true, ...field }, ...more] }] })

function read(definition: FormDefinition, typed: Typed): { answers: Answers | null; errors: Record<string, string> } {
  const parsed = answersSchema(definition).safeParse(typed)
  if (parsed.success) return { answers: parsed.data, errors: {} }
  return { answers: null, errors: Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message])) }
}
const answerTo = (definition: FormDefinition, typed: Typed) => read(definition, typed).answers?.x
const errorOf = (definition: FormDefinition, typed: Typed) => read(definition, typed).errors.x

const date = (day: string, month: string, year: string) => ({ 'x.day': day, 'x.month': month, 'x.year': year })

describe('reading what was typed', () => {
  test('every empty answer is asked for in words that fit its kind', () => {
    expect(errorOf(formOf({ type: 'text', label: 'Họ và tên' }), {})).toBe('Nhập họ và tên')
    expect(errorOf(formOf({ type: 'choice', label: 'Loại đăng ký', options: ['A', 'B'] }), { x: ' ' })).toBe('Chọn loại đăng ký')
    expect(errorOf(formOf({ type: 'yes_no', label: 'Có bản sao' }), {})).toBe('Chọn Có hoặc Không ở câu “Có bản sao”')
    expect(errorOf(formOf({ type: 'date' }), date('', '', ''))).toBe('Nhập ngày sinh')
    expect(errorOf(formOf({ type: 'number', label: '5.3. Tổng số lao động' }), {})).toBe('Nhập tổng số lao động')
    expect(errorOf(formOf({ type: 'text', label: 'BHYT của trẻ' }), {})).toBe('Nhập BHYT của trẻ')
  })

  test('text is kept composed and trimmed, and too long a text says how long it is', () => {
    expect(answerTo(formOf({ type: 'text' }), { x: `  ${'Nguyễn'.normalize('NFD')} ` })).toBe('Nguyễn')
    expect(errorOf(formOf({ type: 'longtext', label: 'Nội dung' }), { x: 'a'.repeat(2_001) })).toBe(
      'Nội dung dài 2.001 ký tự, tối đa 2.000. Viết gọn lại',
    )
  })

  test('a choice takes only what the form offers', () => {
    const form = formOf({ type: 'choice', label: 'Giới tính', options: ['Nam', 'Nữ'] })
    expect(answerTo(form, { x: 'Nữ' })).toBe('Nữ')
    expect(errorOf(form, { x: '<script>' })).toBe('Chọn giới tính')
  })

  test.each([
    [date('31', '02', '1990'), 'Ngày sinh 31/02 không có trong lịch. Kiểm tra lại ngày và tháng'],
    [date('1', '', '1990'), 'Ngày sinh còn thiếu tháng'],
    [date('', '', '1990'), 'Ngày sinh còn thiếu ngày và tháng'],
    [date('1', '2', '90'), 'Ngày sinh: năm có 2 chữ số, cần đủ 4'],
    [date('một', '2', '1990'), 'Ngày sinh chỉ gồm chữ số'],
  ])('a wrong date says what is wrong: %o', (typed, sentence) => expect(errorOf(formOf({ type: 'date' }), typed)).toBe(sentence))

  test('a date is kept as a day, with or without leading zeros', () => {
    expect(answerTo(formOf({ type: 'date' }), date('5', '3', '1990'))).toBe('1990-03-05')
  })

  test.each([
    ['0', 'Số bản từ 1 đến 50'],
    ['51', 'Số bản từ 1 đến 50'],
    ['hai', 'Số bản chỉ gồm chữ số, ví dụ 1'],
    ['1,5', 'Số bản chỉ gồm chữ số, ví dụ 1'],
    ['1e3', 'Số bản chỉ gồm chữ số, ví dụ 1'],
  ])('a number outside the range is refused: %s', (typed, sentence) =>
    expect(errorOf(formOf({ type: 'number', label: 'Số bản', min: 1, max: 50 }), { x: typed })).toBe(sentence),
  )

  test('a number with decimals is written with a comma or a point', () => {
    const area = formOf({ type: 'number', label: 'Diện tích', decimals: 2 })
    expect([answerTo(area, { x: '75,5' }), answerTo(area, { x: '75.5' })]).toEqual([75.5, 75.5])
    expect(errorOf(area, { x: '75,555' })).toBe('Diện tích có nhiều nhất 2 chữ số sau dấu phẩy')
  })

  test('phones and personal numbers are read as everywhere else', () => {
    expect(answerTo(formOf({ type: 'phone', label: 'Số điện thoại' }), { x: '+84 900 000 123' })).toBe('0900000123')
    expect(errorOf(formOf({ type: 'phone', label: 'Số điện thoại' }), { x: '090000012' })).toBe('Số điện thoại có 9 chữ số, cần đủ 10')
    expect(answerTo(formOf({ type: 'personal_number', label: 'Số định danh' }), { x: '086 194 000 012' })).toBe('086194000012')
    expect(errorOf(formOf({ type: 'personal_number', label: 'Số định danh' }), { x: '123' })).toContain('12 chữ số')
  })

  test('every wrong field has its own sentence at once, so that nobody sends a form five times', () => {
    const form = formOf({ type: 'date' }, { key: 'y', label: 'Họ và tên', type: 'text', required: true })
    expect(read(form, date('31', '4', '2000')).errors).toEqual({
      x: 'Ngày sinh 31/4 không có trong lịch. Kiểm tra lại ngày và tháng',
      y: 'Nhập họ và tên',
    })
  })

  test('a definition with a type that is not known is refused when it is loaded', () => {
    expect(
      FormDefinition.safeParse({ sections: [{ title: 'A', fields: [{ key: 'x', label: 'X', type: 'hologram', required: true }] }] })
        .success,
    ).toBe(false)
  })
})

describe('questions that depend on an answer', () => {
  const form = genericForm({ fees: [] })
  const me = { request: 'Xin giấy', for_whom: 'Cho chính tôi' }

  test('who files for somebody else must say for whom', () => {
    expect(read(form, { ...me, for_whom: 'Cho người khác' }).errors).toEqual({ other_full_name: 'Nhập họ và tên người được làm' })
  })

  test('a name typed before choosing “for myself” is dropped, since without JavaScript the field stays on the screen', () => {
    expect(read(form, { ...me, other_full_name: 'Trần Văn Mẫu' }).answers).toEqual({ ...me, other_full_name: null })
  })

  test('a condition that only a person can judge never blocks the form', () => {
    const paper = formOf({ type: 'text', required: 'if', condition: 'Khi không có số định danh' })
    expect(read(paper, {}).answers).toEqual({ x: null })
  })
})

describe('the form that every procedure has', () => {
  const form = genericForm({ fees: [{ per: 'COPY' }] })
  const name = 'Cấp bản sao Trích lục hộ tịch'
  const typed = { request: name, for_whom: 'Cho người khác', other_full_name: 'Trần Văn Mẫu', copy_count: '3' }

  test('suggests the name of the procedure and nothing else', () => {
    expect(prefilled(form, { procedureName: name })).toEqual({ request: name })
  })

  test('is summed up in the order of the form', () => {
    const answers = answersSchema(form).parse(typed)
    expect(summary(form, answers)).toEqual([
      { key: 'request', label: 'Nội dung yêu cầu', value: name },
      { key: 'for_whom', label: 'Làm cho ai', value: 'Cho người khác' },
      { key: 'other_full_name', label: 'Họ và tên người được làm', value: 'Trần Văn Mẫu' },
      { key: 'copy_count', label: 'Số bản', value: '3' },
    ])
    expect(copiesAsked(answers)).toBe(3)
    expect(requestSentence(answers, name)).toBe('Cấp bản sao Trích lục hộ tịch (làm cho Trần Văn Mẫu)')
  })

  test('a request of several lines is one sentence on the papers, and a missing one is the name of the procedure', () => {
    expect(requestSentence({ request: 'Xin giấy\n  để vay vốn' }, name)).toBe('Xin giấy để vay vốn')
    expect(requestSentence({}, name)).toBe(name)
    expect(copiesAsked({})).toBe(1)
  })
})

describe('a form about somebody who is never the one who files', () => {
  const subject = { label: 'Họ, chữ đệm, tên của trẻ', hint: 'Ghi họ tên định đặt cho trẻ.' }
  const form = genericForm({ fees: [], subject })

  test('asks for the name alone: a newborn files nothing and has no papers', () => {
    const fields = form.sections.flatMap((section) => section.fields)
    expect(fields.map(({ key, label, hint }) => ({ key, label, hint }))).toEqual([
      expect.objectContaining({ key: 'request' }),
      { key: 'other_full_name', ...subject },
    ])
    expect(read(form, { request: 'Đăng ký khai sinh' }).errors).toEqual({ other_full_name: 'Nhập họ, chữ đệm, tên của trẻ' })
  })

  test('names the subject on the papers', () => {
    const answers = answersSchema(form).parse({ request: 'Đăng ký khai sinh', other_full_name: 'Trần Bản Nháp' })
    expect(requestSentence(answers, 'Đăng ký khai sinh')).toBe('Đăng ký khai sinh (cho Trần Bản Nháp)')
  })

  test('is what the procedures of birth, death, guardianship and adoption have, as their data says', () => {
    const subjects = new Map(loadProcedures().map((procedure) => [procedure.code, procedure.subject]))
    for (const code of ['1.001193', '1.000656', '1.004837', '2.001263']) expect(subjects.get(code)?.label, code).toMatch(/^Họ/)
    expect(subjects.get('1.001193')?.hint).not.toContain('giấy tờ tùy thân của')
    expect(subjects.get('1.004873')).toBeUndefined()
  })
})

describe('copies', () => {
  const further = genericForm({ fees: [{ per: 'COPY', condition: 'Xin thêm bản sao' }] })
  const typed = { request: 'Đăng ký kết hôn', for_whom: 'Cho chính tôi' }

  test('beside a result that has a first one need not be asked for, and then none are', () => {
    const none = answersSchema(further).parse(typed)
    expect(copiesAsked(none)).toBe(0)
    expect(copiesAsked(answersSchema(further).parse({ ...typed, copy_count: '2' }))).toBe(2)
    expect(summary(further, none).map(({ key }) => key)).not.toContain('copy_count')
  })

  test('that are the result are at least one', () => {
    const result = genericForm({ fees: [{ per: 'COPY', condition: null }] })
    expect(read(result, typed).errors).toEqual({ copy_count: 'Nhập số bản' })
    expect(read(result, { ...typed, copy_count: '0' }).errors).toEqual({ copy_count: 'Số bản từ 1 đến 50' })
  })
})

describe('answers that come back', () => {
  const fields = [
    { key: 'a', label: 'Chữ', type: 'text', required: false },
    { key: 'b', label: 'Ngày', type: 'date', required: false },
    { key: 'c', label: 'Số', type: 'number', required: false, decimals: 2, min: -100, max: 100 },
    { key: 'd', label: 'Có không', type: 'yes_no', required: false },
    { key: 'e', label: 'Chọn', type: 'choice', required: false, options: ['Một', 'Hai'] },
    { key: 'f', label: 'Điện thoại', type: 'phone', required: false },
  ]
  const form = FormDefinition.parse({ sections: [{ title: 'Mọi kiểu', fields }] })

  test('stored answers fill the same boxes and are read as the same answers', () => {
    const answers = fc.record({
      a: fc.constantFrom(null, 'chữ', 'Nguyễn Thị Minh Họa'),
      b: fc.constantFrom(null, '1990-03-05', '2024-02-29'),
      c: fc.constantFrom(null, 0, -3, 75.5),
      d: fc.constantFrom(null, true, false),
      e: fc.constantFrom(null, 'Một', 'Hai'),
      f: fc.constantFrom(null, '0900000123', '02700000123'),
    })
    fc.assert(
      fc.property(answers, (given) => {
        const stored = parseAnswers(JSON.parse(JSON.stringify(given)))
        expect(answersSchema(form).parse(typedAnswers(form, stored))).toEqual(given)
      }),
    )
  })

  test('are said in words: days, yes or no, numbers and phones as people write them', () => {
    const said = summary(form, { a: null, b: '1990-03-05', c: 1234.5, d: false, e: null, f: '02700000123' })
    expect(said.map(({ value }) => value)).toEqual(['05/03/1990', '1.234,5', 'Không', '0270 000 0123'])
  })

  test('are shown with a personal number masked, as everywhere outside of the box that it is typed in', () => {
    const withNumber = formOf({ type: 'personal_number', label: 'Số định danh của cha' })
    const said = summary(withNumber, { x: '086194000012' })
    expect(said).toEqual([{ key: 'x', label: 'Số định danh của cha', value: maskPersonalNumber('086194000012') }])
    expect(said[0]?.value).not.toContain('194')
  })

  test('no text that a browser can send makes reading fail with anything but a sentence', () => {
    const keys = fc.constantFrom('a', 'b', 'b.day', 'b.month', 'b.year', 'c', 'd', 'e', 'f', '__proto__', 'constructor')
    fc.assert(
      fc.property(fc.dictionary(keys, fc.string({ unit: 'grapheme' })), (typed) => {
        const parsed = answersSchema(form).safeParse(typed)
        if (!parsed.success) expect(parsed.error.issues.every(({ message }) => message.length > 5)).toBe(true)
      }),
    )
  })
})
