import { describe, expect, it } from 'vitest'
import { boxesOf, withBoxes } from '@/lib/counter/boxes'
import { readCard } from '@/lib/counter/card'
import { counterForm, intakeFaults, type IntakeFacts, readIntakeData } from '@/lib/counter/intake-rules'
import { soughtBy } from '@/lib/counter/known-people'
import { EMPTY_INTAKE, IntakeData } from '@/lib/counter/schema'
import { fieldsOf, FormDefinition, genericForm } from '@/lib/procedures/e-form'

const form = genericForm({ fees: [] })
const paper = (position: number, requirement: 'ALWAYS' | 'IF_APPLICABLE' | 'PRESENTED', key = `giay-${position}`) => ({
  ...{ position, key, requirement, name: `Giấy ${position}` },
  question: requirement === 'IF_APPLICABLE' ? `Có giấy ${position} không?` : null,
})
const components = [paper(1, 'ALWAYS'), paper(2, 'IF_APPLICABLE'), paper(3, 'PRESENTED'), paper(4, 'IF_APPLICABLE', 'van-ban-uy-quyen')]

const BOXES = {
  'person.fullName': 'Trần Văn Mẫu',
  'person.personalNumber': '086094000077',
  'person.phone': '0900 000 177',
  'person.email': '',
  'person.address': 'Số 7, ấp Mẫu',
  request: 'Xin xác nhận',
  for_whom: 'Cho chính tôi',
  'originals-1': '1',
  'applies-2': 'no',
  returnMethod: 'COUNTER',
}

const factsOf = (boxes: Readonly<Record<string, string>>, files: IntakeFacts['files'] = []): IntakeFacts => ({
  data: withBoxes(EMPTY_INTAKE, { fields: boxes, extent: 'whole' }, { form, components }),
  ...{ isKnownCommune: true, form, components, files },
})
const lacking = (boxes: Readonly<Record<string, string>>, files?: IntakeFacts['files']) =>
  intakeFaults(factsOf(boxes, files)).map(({ field }) => field)

describe('an intake is complete', () => {
  it('when person, request and each needed paper are there', () => {
    expect(lacking(BOXES)).toEqual([])
    expect(readIntakeData(factsOf(BOXES), { outcome: 'receive' })).toMatchObject({
      person: { phone: '0900000177', email: null },
      principal: null,
      papers: [
        { position: 1, applies: null, originals: 1, check: 'ACCEPTED' },
        { position: 2, applies: false, check: 'NOT_NEEDED' },
        { position: 3, applies: null, check: 'NOT_PRESENTED' },
        { position: 4, applies: false, check: 'NOT_NEEDED' },
      ],
    })
  })

  it('with a needed paper as sheets, as a scan, or only shown, and with none of them not', () => {
    const without = { ...BOXES, 'originals-1': '' }
    expect(lacking(without)).toEqual(['originals-1'])
    expect(lacking({ ...without, 'originals-1': '0' })).toEqual(['originals-1'])
    for (const box of ['originals-1', 'certified-1', 'copies-1']) expect(lacking({ ...without, [box]: '1' })).toEqual([])
    expect(lacking({ ...without, 'shown-1': 'yes' })).toEqual([])
    expect(lacking(without, [{ position: 1 }])).toEqual([])
  })

  it('only with an answer to what may not be the case, and with the paper when it is', () => {
    const { 'applies-2': _answer, ...unsaid } = BOXES
    expect(lacking(unsaid)).toEqual(['applies-2'])
    expect(lacking({ ...BOXES, 'applies-2': 'yes' })).toEqual(['originals-2'])
  })

  it('with the authorisation and the authorising side, for whoever files for somebody else', () => {
    const boxes = { ...BOXES, forOther: 'yes' }
    expect(lacking(boxes)).toEqual(expect.arrayContaining(['principal.fullName', 'principal.document', 'originals-4']))
    const principal = {
      'principal.fullName': 'Lê Thị Mẫu',
      'principal.personalNumber': '086088000013',
      'principal.phone': '0900000188',
      'principal.address': 'Ấp Mẫu',
      'principal.document': 'Giấy ủy quyền số 1',
    }
    expect(lacking({ ...boxes, ...principal, 'originals-4': '1' })).toEqual([])
    // A mail address is asked for because the receipt has room for one, and may be left out.
    expect(lacking({ ...boxes, ...principal, 'principal.email': 'ten@', 'originals-4': '1' })).toEqual(['principal.email'])
  })

  it('with an address, when the result goes by post', () => {
    expect(lacking({ ...BOXES, returnMethod: 'POST' })).toEqual(['returnAddress'])
  })
})

describe('the boxes of the page', () => {
  it('come back as they were kept', () => {
    const typed = { ...BOXES, 'shown-3': 'yes', 'fee-le-phi': 'yes', forOther: 'yes', 'principal.fullName': 'Lê Thị Mẫu' }
    const { data } = factsOf(typed)
    expect(factsOf(boxesOf(data)).data).toEqual(data)
    expect(boxesOf(data)).toMatchObject(typed)
  })

  it('of a known person forget the birthday with the number', () => {
    const known = IntakeData.parse({ ...factsOf(BOXES).data, birthDate: '1994-03-08' })
    const setting = { form, components }
    expect(withBoxes(known, { fields: BOXES, extent: 'whole' }, setting).birthDate).toBe('1994-03-08')
    const another = { ...BOXES, 'person.personalNumber': '086094000078' }
    expect(withBoxes(known, { fields: another, extent: 'whole' }, setting).birthDate).toBeNull()
  })
})

describe('the questions of a long e-form', () => {
  const long = FormDefinition.parse({
    sections: [...form.sections, { title: 'Cha mẹ', fields: [{ key: 'mother_name', label: 'Họ tên mẹ', type: 'text', required: true }] }],
  })

  it('are not asked at the counter but for those that papers and fees are made from', () => {
    expect(fieldsOf(counterForm(long)).map(({ key }) => key)).toEqual(fieldsOf(form).map(({ key }) => key))
    const complete = readIntakeData({ ...factsOf(BOXES), form: long }, { outcome: 'receive' })
    expect(complete?.answers).toMatchObject({ request: 'Xin xác nhận', mother_name: null })
  })
})

describe('what the clerk searches by', () => {
  it('is a whole personal number or a whole telephone, and nothing less', () => {
    expect(soughtBy('086 194 000012')).toEqual({ personalNumber: '086194000012' })
    expect(soughtBy('+84 900 000 123')).toEqual({ phone: '0900000123' })
    for (const part of ['', '08619400001', '12', 'Nguyễn Thị', '%', '0861940000121']) expect(soughtBy(part)).toBeNull()
  })

  it('may be the code of a card', () => {
    const card = '086088000099|301234567|Lê Thị Thí Điểm|08031988|Nữ|Ấp Mẫu, Tân Hoà|01012022'
    expect(readCard(card)).toEqual({
      ...{ personalNumber: '086088000099', fullName: 'Lê Thị Thí Điểm', birthDate: '1988-03-08', address: 'Ấp Mẫu, Tân Hoà' },
    })
    expect(readCard('086088000099||Lê Thị Thí Điểm|99999999')).toMatchObject({ birthDate: null, address: '' })
    for (const other of ['', '086088000099', 'x|y|z', '186088000099|1|Tên|01011990|Nam|Nhà|01012022']) expect(readCard(other)).toBeNull()
  })
})
