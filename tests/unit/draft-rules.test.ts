import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applies,
  changesProvince,
  DRAFT_PARTS,
  draftKeptUntil,
  type DraftFacts,
  faultsOf,
  missingParts,
  type NeededPaper,
  readComplete,
  readContact,
  withFields,
} from '@/lib/dossiers/draft-rules'
import { DraftData, EMPTY_DRAFT } from '@/lib/dossiers/draft-schema'
import { genericForm } from '@/lib/procedures/e-form'
import { parseLocalDate } from '@/lib/platform/local-date'

const form = genericForm({ fees: [{ per: 'CASE' }] })
const paper = (position: number, requirement: NeededPaper['requirement'], key = `giay-${position}`): NeededPaper => ({
  position,
  key,
  name: `Giấy thứ ${position}`,
  question: requirement === 'IF_APPLICABLE' ? `Có giấy thứ ${position} không?` : null,
  requirement,
})
const PAPERS = [paper(1, 'ALWAYS'), paper(2, 'IF_APPLICABLE'), paper(3, 'PRESENTED'), paper(4, 'IF_APPLICABLE', 'van-ban-uy-quyen')]

const complete: DraftFacts = {
  data: DraftData.parse({
    typed: { request: 'Vay mua nhà', for_whom: 'Cho chính tôi' },
    applies: { 2: false },
    filedBy: 'self',
    returnMethod: 'ONLINE',
    applicantConfirmed: true,
  }),
  hasContact: true,
  form,
  components: PAPERS,
  files: [{ position: 1 }],
}
const withData = (data: Partial<DraftData>): DraftFacts => ({ ...complete, data: { ...complete.data, ...data } })
const boxesOf = (facts: DraftFacts) => missingParts(facts).map(({ part, field }) => `${part} ${field}`)

describe('what a draft lacks', () => {
  test('is nothing when every part is answered, and then it can be read', () => {
    expect(missingParts(complete)).toEqual([])
    expect(readComplete(complete)).toEqual({
      answers: { request: 'Vay mua nhà', for_whom: 'Cho chính tôi', other_full_name: null },
      principal: null,
      returnMethod: 'ONLINE',
      returnAddress: null,
    })
  })

  test('is everything at the beginning, in the order of the steps', () => {
    const empty: DraftFacts = { ...complete, data: EMPTY_DRAFT, hasContact: false, files: [] }
    expect(boxesOf(empty)).toEqual([
      'applicant phone',
      'applicant provinceCode',
      'applicant wardCode',
      'applicant addressDetail',
      'applicant filedBy',
      'content request',
      'content for_whom',
      'papers file-1',
      'papers applies-2',
      'return returnMethod',
    ])
    expect(readComplete(empty)).toBeNull()
  })

  test('names the box and says what to do, a full sentence each', () => {
    const facts = withData({ filedBy: 'other', principal: null })
    expect(faultsOf('applicant', facts)).toEqual({
      'principal.fullName': 'Nhập họ và tên người ủy quyền như trên giấy tờ tùy thân',
      'principal.personalNumber': 'Số định danh có 12 chữ số, bắt đầu bằng số 0',
      'principal.address': 'Nhập địa chỉ của người ủy quyền',
      'principal.phone': 'Nhập số điện thoại để Một cửa gọi khi cần',
      'principal.document': 'Ghi tên, số và ngày của văn bản ủy quyền',
    })
  })

  test('takes the mail address of the authorising side, none at all, but no broken one', () => {
    const side = {
      fullName: 'Trần Văn Mẫu',
      personalNumber: '086088000013',
      address: 'Ấp Mẫu',
      phone: '0900000188',
      document: 'Giấy ủy quyền số 5',
    }
    const withEmail = (email: string) => ({
      ...withData({ filedBy: 'other', principal: { ...side, email } }),
      files: [{ position: 1 }, { position: 4 }],
    })
    expect(faultsOf('applicant', withEmail('ten@'))).toEqual({ 'principal.email': 'Địa chỉ thư điện tử có dạng ten@vidu.vn' })
    for (const [email, kept] of [
      ['', null],
      ['ten@vidu.example', 'ten@vidu.example'],
    ] as const)
      expect(readComplete(withEmail(email))?.principal).toEqual({ ...side, email: kept })
  })

  test('includes the address for the post, and only for the post', () => {
    expect(boxesOf(withData({ returnMethod: 'POST' }))).toEqual(['return returnAddress'])
    expect(boxesOf(withData({ returnMethod: 'COUNTER', returnAddress: '' }))).toEqual([])
    const posted = readComplete(withData({ returnMethod: 'POST', returnAddress: ' Số 12, ấp Mẫu ' }))
    expect(posted?.returnAddress).toBe('Số 12, ấp Mẫu')
  })

  test('a page of the applicant that was kept half-way has to be confirmed once more', () => {
    expect(boxesOf(withData({ applicantConfirmed: false }))).toEqual(['applicant filedBy'])
  })

  test('a paper that applies needs its file; one that does not, or is only presented, needs none', () => {
    expect(boxesOf(withData({ applies: { 2: true } }))).toEqual(['papers file-2'])
    expect(boxesOf({ ...withData({ applies: { 2: true } }), files: [{ position: 1 }, { position: 2 }] })).toEqual([])
    expect(boxesOf({ ...complete, files: [{ position: 3 }] })).toEqual(['papers file-1'])
  })

  test('never grows when something is added: each file that arrives leaves at most what was missing before', () => {
    const answer = fc.option(fc.boolean(), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 2, 3, 4)), fc.constantFrom(1, 2, 3, 4), answer, (positions, added, answered) => {
        const facts: DraftFacts = {
          ...withData({ applies: answered === undefined ? {} : { 2: answered } }),
          files: positions.map((position) => ({ position })),
        }
        const before = boxesOf(facts)
        const after = boxesOf({ ...facts, files: [...facts.files, { position: added }] })
        expect(before).toEqual(expect.arrayContaining(after))
        expect(readComplete(facts) === null).toBe(before.length > 0)
      }),
    )
  })
})

describe('a component that asks who files', () => {
  const authority = paper(4, 'IF_APPLICABLE', 'van-ban-uy-quyen')

  test('is answered by the applicant page and never asked again', () => {
    expect(applies(authority, { ...EMPTY_DRAFT, filedBy: null })).toBeNull()
    expect(applies(authority, { ...EMPTY_DRAFT, filedBy: 'self', applies: { 4: true } })).toBe(false)
    expect(applies(authority, { ...EMPTY_DRAFT, filedBy: 'other', applies: { 4: false } })).toBe(true)
  })

  test('that may also mean another kind of representative is asked', () => {
    expect(applies(paper(5, 'IF_APPLICABLE', 'van-ban-dai-dien-hoac-uy-quyen'), { ...EMPTY_DRAFT, filedBy: 'other' })).toBeNull()
  })
})

describe('what is typed on a page', () => {
  const typed = {
    phone: '0900 000 123',
    email: '',
    provinceCode: '86',
    wardCode: '1',
    addressDetail: 'Ấp Mẫu',
    wardsOf: '86',
    filedBy: 'self',
  }

  test('is kept as it is, boxes of other pages left out', () => {
    const data = withFields(EMPTY_DRAFT, 'content', { fields: { request: 'x', 'birth.day': '31', hack: '1' }, form })
    expect(data.typed).toEqual({ request: 'x' })
    expect(withFields(EMPTY_DRAFT, 'return', { fields: { returnMethod: 'PIGEON', returnAddress: 'Ấp Mẫu' }, form })).toMatchObject({
      returnMethod: null,
      returnAddress: 'Ấp Mẫu',
    })
  })

  test("of the contact becomes the account's, phone as digits and no mail as none", () => {
    const data = withFields(EMPTY_DRAFT, 'applicant', { fields: typed, form })
    expect(readContact(data)).toEqual({ phone: '0900000123', email: null, provinceCode: '86', wardCode: '1', addressDetail: 'Ấp Mẫu' })
    expect(readContact(withFields(EMPTY_DRAFT, 'applicant', { fields: { filedBy: 'self' }, form }))).toBeNull()
  })

  test('drops the ward when another province was chosen, since the list was of the first', () => {
    const moved = { ...typed, provinceCode: '01' }
    expect(changesProvince(moved)).toBe(true)
    expect(changesProvince(typed)).toBe(false)
    expect(withFields(EMPTY_DRAFT, 'applicant', { fields: moved, form }).contact).toMatchObject({ provinceCode: '01', wardCode: '' })
  })

  test('never decides by itself that a page is complete', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.constantFrom('applicant', 'content', 'return'), (fields, part) => {
        const data = withFields(complete.data, part, { fields, form })
        expect(DraftData.parse(data)).toEqual(data)
        expect(DRAFT_PARTS.flatMap((one) => Object.keys(faultsOf(one, { ...complete, data })))).toEqual(
          missingParts({ ...complete, data }).map(({ field }) => field),
        )
      }),
    )
  })
})

test('a draft is kept thirty days after it was last saved', () => {
  const saved = parseLocalDate('2026-11-21')
  expect(saved && draftKeptUntil(saved)).toBe('2026-12-21')
})
