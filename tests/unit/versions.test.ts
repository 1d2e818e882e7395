import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/local-date'
import { FormDefinition, genericForm, withCopies } from '@/lib/procedures/e-form'
import { isInForce, versionOn } from '@/lib/procedures/rules'
import type { Content } from '@/lib/procedures/versions/content'
import { differencesOf } from '@/lib/procedures/versions/differences'
import { markOf } from '@/lib/procedures/versions/marks'
import { earliestFirstDay, firstDayFault, lastDayBefore, missingOf, PARTS, sumOfWay } from '@/lib/procedures/versions/rules'
import { Basis, Fee, Limit, Paper, WayStepIn } from '@/lib/procedures/versions/schema'
import { unsentWords } from '@/lib/procedures/versions/words'
import { day } from '../support/calendar'

const TODAY = day('2026-11-30')
const NEWEST = { validFrom: day('2024-01-01'), validTo: null }
const following = { newest: NEWEST, today: TODAY }

const PAPER = {
  key: 'to-khai',
  name: 'Tờ khai',
  note: null,
  question: null,
  requirement: 'ALWAYS' as const,
  originals: 1,
  copies: 0,
  formName: null,
}
const FEE = {
  ...{ code: 'le-phi', name: 'Lệ phí', kind: 'CHARGE' as const, amount: 8_000, per: 'CASE' as const, channel: 'ANY' as const },
  ...{ condition: null, from: null, to: null, source: 'Nghị quyết thử', unverified: false },
}
const step = (kind: Content['way'][number]['kind'], hours: number, name: string = kind) => ({
  ...{ kind, name, role: 'specialist' as const, departmentCode: null, minutes: hours * 60 },
})
const CONTENT: Content = {
  ...{ name: 'Thủ tục thử', shortName: 'Thử', lead: 'Để thử.', result: 'Giấy thử' },
  ...{ limit: { value: 3, unit: 'WORKING_DAY' }, limitNote: null, onlineLevel: 'FULL', bring: null },
  ...{ departmentCode: 'VAN_PHONG', interAgency: false, feeSentence: '8.000 đồng.', feeShort: '8.000 đồng' },
  ...{ fees: [FEE], legalBasis: [{ number: '1/2026/QH16', title: 'Luật thử 1/2026/QH16' }], verified: true, papers: [PAPER] },
  way: [step('INTAKE', 4), step('REVIEW', 16), step('SIGN', 4)],
  firstDay: day('2026-12-01'),
}
const DEPARTMENTS = [
  { code: 'VAN_PHONG', name: 'Văn phòng', isOpen: true },
  { code: 'PHONG_CU', name: 'Phòng cũ', isOpen: false },
]
const sentences = (content: Partial<Content>) =>
  missingOf({ ...CONTENT, ...content }, { ...following, departments: DEPARTMENTS }).map(({ part, sentence }) => `${part}: ${sentence}`)
const named = (code: string) => (code === 'VAN_PHONG' ? 'Văn phòng' : code)

describe('the first day of a version', () => {
  it('is today or later, and after the first day of the version before', () => {
    expect(firstDayFault(TODAY, following)).toBeNull()
    expect(firstDayFault(addDays(TODAY, 400), following)).toBeNull()
    expect(firstDayFault(addDays(TODAY, -1), following)).toContain('đã qua')
    expect(firstDayFault(null, following)).toContain('Chọn ngày')
    const coming = { newest: { validFrom: day('2027-03-01'), validTo: null }, today: TODAY }
    expect(firstDayFault(day('2027-03-01'), coming)).toContain('Đã có phiên bản bắt đầu ngày 01/03/2027')
    expect(firstDayFault(day('2027-02-01'), coming)).toContain('Đã có phiên bản')
    expect(firstDayFault(day('2027-03-02'), coming)).toBeNull()
  })

  it('can be today only where the version before did not begin today', () => {
    expect(earliestFirstDay(following)).toBe(TODAY)
    expect(earliestFirstDay({ newest: { validFrom: TODAY, validTo: null }, today: TODAY })).toBe('2026-12-01')
  })

  const days = fc.integer({ min: 0, max: 1_000 })
  it('leaves no day with two versions or with none, whatever the days', () => {
    fc.assert(
      fc.property(days, days, days, (old, from, asked) => {
        const newest = { validFrom: addDays(day('2024-01-01'), old), validTo: null }
        const firstDay = addDays(TODAY, from)
        if (firstDayFault(firstDay, { newest, today: TODAY }) !== null) return
        const before = { ...newest, validTo: lastDayBefore(newest, firstDay), name: 'before' }
        const after = { validFrom: firstDay, validTo: null, name: 'after' }
        const on = addDays(newest.validFrom, asked)
        expect([before, after].filter((version) => isInForce(version, on))).toHaveLength(1)
        expect(versionOn([before, after], on)?.name).toBe(on < firstDay ? 'before' : 'after')
      }),
    )
  })

  it('does not open again a version that has ended earlier', () => {
    const ended = { validFrom: day('2024-01-01'), validTo: day('2026-06-30') }
    expect(lastDayBefore(ended, day('2027-01-01'))).toBe('2026-06-30')
    expect(lastDayBefore({ ...ended, validTo: day('2027-06-30') }, day('2027-01-01'))).toBe('2026-12-31')
  })
})

describe('the sum of the steps', () => {
  it('is held against the limit in office hours, with a sentence that says what to do', () => {
    expect(sumOfWay(CONTENT)).toEqual({ fits: true, sentence: 'Các bước cộng lại 24 giờ làm việc, vừa đúng thời hạn' })
    expect(sumOfWay({ ...CONTENT, limit: { value: 4, unit: 'WORKING_DAY' } }).sentence).toContain('còn 8 giờ làm việc')
    const short = sumOfWay({ ...CONTENT, limit: { value: 2, unit: 'WORKING_DAY' } })
    expect(short).toEqual({
      fits: false,
      sentence: 'Các bước cộng lại 24 giờ làm việc, vượt thời hạn 16 giờ làm việc. Bớt giờ của bước hoặc sửa thời hạn',
    })
    expect(sumOfWay({ ...CONTENT, limit: { value: 1, unit: 'SAME_DAY' } }).fits).toBe(false)
    expect(sumOfWay({ ...CONTENT, limit: { value: 24, unit: 'HOUR' } }).fits).toBe(true)
  })
})

describe('a version that can be published', () => {
  it('lacks nothing', () => expect(sentences({})).toEqual([]))

  it('has a way that begins with the intake, is signed, and fits into the limit', () => {
    expect(sentences({ way: [] })).toEqual([
      'way: Bước đầu của quy trình là bước Tiếp nhận',
      expect.stringContaining('way: Thêm bước Ký duyệt'),
    ])
    expect(sentences({ way: [step('INTAKE', 1), step('ISSUE', 1), step('SIGN', 1)] })).toEqual([
      'way: Bước Cấp số, đóng dấu đứng sau bước Ký duyệt',
    ])
    expect(sentences({ way: [step('INTAKE', 1), step('SIGN', 1), step('INTAKE', 1)] })).toEqual([
      'way: Quy trình chỉ có một bước Tiếp nhận',
    ])
    expect(sentences({ limit: { value: 1, unit: 'WORKING_DAY' } })).toEqual([expect.stringContaining('way: Các bước cộng lại')])
  })

  it('has papers, says what to bring where it is done at the counter only, and no fee that is over before it begins', () => {
    const way = [step('INTAKE', 1), { ...step('REVIEW', 1), departmentCode: 'PHONG_CU' }, step('SIGN', 1)]
    expect(sentences({ departmentCode: 'PHONG_CU', way })).toEqual(
      ['limit', 'way'].map((part) => `${part}: Phòng cũ đã đóng. Chọn phòng khác`),
    )
    expect(sentences({ papers: [] })).toEqual([expect.stringContaining('papers: Thêm ít nhất một giấy tờ')])
    expect(sentences({ onlineLevel: 'COUNTER' })).toEqual([expect.stringContaining('limit: Thủ tục chỉ làm tại quầy')])
    expect(sentences({ fees: [{ ...FEE, to: day('2026-11-30') }] })).toEqual([expect.stringContaining('fees: Khoản Lệ phí hết hiệu lực')])
    expect(sentences({ firstDay: null })).toEqual([expect.stringContaining('day: Chọn ngày')])
  })
})

describe('what is different', () => {
  it('is nothing where nothing was changed, also on another first day', () =>
    expect(differencesOf(CONTENT, { ...CONTENT, firstDay: day('2030-01-01') }, named)).toEqual([]))

  it('names each field with what it was and what it is', () => {
    const after: Content = {
      ...CONTENT,
      ...{ shortName: 'Thử lại', limit: { value: 2, unit: 'WORKING_DAY' }, departmentCode: 'KINH_TE' },
      fees: [{ ...FEE, amount: 10_000 }],
    }
    expect(differencesOf(CONTENT, after, named)).toEqual([
      { what: 'Tên gọi tắt', from: 'Thử', to: 'Thử lại' },
      { what: 'Thời hạn', from: '3 ngày làm việc', to: '2 ngày làm việc' },
      { what: 'Phòng giải quyết', from: 'Văn phòng', to: 'KINH_TE' },
      {
        what: 'Phí, lệ phí: Lệ phí',
        from: 'Lệ phí · Lệ phí · 8.000 đồng mỗi hồ sơ · mọi kênh nộp · Nghị quyết thử',
        to: 'Lệ phí · Lệ phí · 10.000 đồng mỗi hồ sơ · mọi kênh nộp · Nghị quyết thử',
      },
    ])
  })

  it('tells entries that came and went from those that only moved', () => {
    const other = { ...PAPER, key: 'anh', name: 'Ảnh' }
    const third = { ...PAPER, key: 'don', name: 'Đơn' }
    const papers = (...list: Content['papers']): Content => ({ ...CONTENT, papers: list })
    expect(differencesOf(papers(PAPER, other), papers(other, PAPER), named)).toEqual([
      { what: 'Giấy tờ: thứ tự', from: 'Tờ khai, Ảnh', to: 'Ảnh, Tờ khai' },
    ])
    expect(differencesOf(papers(PAPER, other), papers(PAPER, third), named)).toEqual([
      { what: 'Giấy tờ: Ảnh', from: 'Ảnh · Luôn cần · 1 bản chính', to: null },
      { what: 'Giấy tờ: Đơn', from: null, to: 'Đơn · Luôn cần · 1 bản chính' },
    ])
  })

  it('sees a step whose hours or place changed, and two steps of one name apart', () => {
    const twice = [step('INTAKE', 1), step('REVIEW', 2, 'Xem'), step('REVIEW', 3, 'Xem'), step('SIGN', 1)]
    const changed = twice.with(2, step('REVIEW', 4, 'Xem'))
    expect(differencesOf({ ...CONTENT, way: twice }, { ...CONTENT, way: changed }, named)).toEqual([
      { what: 'Bước: Xem', from: 'Xem · Thẩm định · Chuyên viên · 3 giờ làm việc', to: 'Xem · Thẩm định · Chuyên viên · 4 giờ làm việc' },
    ])
  })
})

describe('what is typed', () => {
  const errors = (read: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
    Object.fromEntries((read.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))

  it('of a fee is read as people write money, and 0 đồng is no fee', () => {
    const fee = {
      name: 'Lệ phí',
      kind: 'CHARGE',
      amount: '12.500 đồng',
      per: 'CASE',
      channel: 'ANY',
      condition: '',
      from: '0000-00-00',
      to: '0000-00-00',
      source: 'NQ',
    }
    expect(Fee.parse(fee)).toMatchObject({ amount: 12_500, condition: null, from: null, to: null, verified: false })
    expect(errors(Fee.safeParse({ ...fee, amount: '0' })).amount).toContain('không thu thì bỏ khoản này')
    expect(errors(Fee.safeParse({ ...fee, from: '2026-02-30' })).from).toBe('Ngày này không có trong lịch')
    expect(errors(Fee.safeParse({ ...fee, from: '2027-01-02', to: '2027-01-01' })).to).toBe('Ngày cuối phải từ ngày đầu trở đi')
  })

  it('of a paper fits what it is needed for', () => {
    const paper = { name: 'Giấy', requirement: 'ALWAYS', question: 'Có thay không?', originals: '1', copies: '0' }
    expect(Paper.parse(paper)).toMatchObject({ question: null, note: null, formName: null })
    expect(Paper.parse({ ...paper, requirement: 'PRESENTED', question: '' })).toMatchObject({ originals: 0, copies: 0 })
    expect(errors(Paper.safeParse({ ...paper, requirement: 'IF_APPLICABLE', question: 'Khi thay' })).question).toContain('không?')
    expect(errors(Paper.safeParse({ ...paper, originals: '0' })).originals).toContain('Ghi số bản')
  })

  it('of a step is hours, also with a comma', () => {
    const typed = { kind: 'REVIEW', name: 'Xem', role: '', departmentCode: '', minutes: '1,5' }
    expect(WayStepIn.parse(typed)).toMatchObject({ minutes: 90, role: null, departmentCode: null })
    expect(errors(WayStepIn.safeParse({ ...typed, minutes: 'ba' })).minutes).toContain('Số giờ')
  })

  it('of a limit needs no number for the same day', () => {
    const limit = { value: '', unit: 'SAME_DAY', onlineLevel: 'FULL', departmentCode: 'VAN_PHONG' }
    expect(Limit.parse(limit)).toMatchObject({ limit: { value: 1, unit: 'SAME_DAY' }, interAgency: false })
    expect(errors(Limit.safeParse({ ...limit, unit: 'DAY' })).value).toContain('từ 1 đến 1.000')
  })

  it('of the texts is one a line, each with its number once', () => {
    const read = Basis.parse({ texts: 'Luật Hộ tịch 60/2014/QH13\r\n\nNghị định 123/2015/NĐ-CP', verified: 'yes' })
    expect(read).toEqual({
      verified: true,
      legalBasis: [
        { number: '60/2014/QH13', title: 'Luật Hộ tịch 60/2014/QH13' },
        { number: '123/2015/NĐ-CP', title: 'Nghị định 123/2015/NĐ-CP' },
      ],
    })
    expect(errors(Basis.safeParse({ texts: 'Luật 1/2020/QH14\nLuật cũ 1/2020/QH14' })).texts).toContain('hai lần')
  })
})

describe('the e-form under other fees', () => {
  const copy = (condition: string | null) => ({ per: 'COPY' as const, condition })
  it('asks for copies where they cost, and stops where they do not', () => {
    const plain = genericForm({ fees: [] })
    expect(withCopies(plain, [copy('Xin thêm')])).toEqual(genericForm({ fees: [copy('Xin thêm')] }))
    expect(withCopies(genericForm({ fees: [copy('Xin thêm')] }), [copy(null)])).toEqual(genericForm({ fees: [copy(null)] }))
    expect(withCopies(genericForm({ fees: [copy(null)] }), [])).toEqual(plain)
  })
  it('stays as it is where nothing changes for people', () => {
    const form = genericForm({ fees: [copy('Xin thêm'), { per: 'CASE' }] })
    expect(withCopies(form, [copy('Đổi lời')])).toEqual(form)
    expect(FormDefinition.parse(form)).toEqual(form)
  })
})

describe('the mark of a page', () => {
  it('changes with that page and no other', () => {
    const changed: Content = { ...CONTENT, shortName: 'Khác' }
    expect(PARTS.filter((part) => markOf(CONTENT, part) !== markOf(changed, part))).toEqual(['names'])
    expect(markOf(CONTENT, 'whole')).not.toBe(markOf(changed, 'whole'))
  })
})

it('says of an intake at the counter by itself what becomes of it, whether anybody writes a draft or not', () => {
  const said = (drafts: number) => unsentWords({ drafts, intakes: 1 }, '01/01/2027')
  for (const words of [said(0), said(2)]) {
    expect(words).toContain('1 hồ sơ đang nhập dở tại quầy: từ ngày 01/01/2027 phải nhập lại theo phiên bản mới.')
    expect(words).not.toContain('cũng vậy')
  }
})
