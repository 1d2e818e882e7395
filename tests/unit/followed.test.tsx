import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { FollowedDossier } from '@/components/dossiers/followed-dossier'
import { type FollowedRow, followedOf } from '@/lib/dossiers/followed'
import { CLOSED_STAGES, STAGES } from '@/lib/dossiers/rules'
import { statusJson } from '@/lib/dossiers/status-json'
import type { Stage } from '@/prisma/generated/enums'
import { local, SEED_CALENDAR } from '@/tests/support/calendar'
import { at, event, STEPS } from '@/tests/support/followed'

const follow = (row: FollowedRow, now: string) => followedOf(row, { calendar: SEED_CALENDAR, now: local(now) })
const page = (row: FollowedRow, now: string) =>
  renderToStaticMarkup(<FollowedDossier followed={follow(row, now)} />)
    .replace(/<svg.*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .trim()
const wayOf = (row: FollowedRow, now: string) =>
  follow(row, now).way.map(({ standing, what, from, to, who }) => [standing, what, from?.text ?? '', to?.text ?? '', who].join(' | '))

describe('where the dossier is', () => {
  const MONDAY = '2026-11-23 10:00'

  test.each<[Stage, string]>([
    ['submitted', 'Hồ sơ đang ở cán bộ Một cửa, để kiểm tra giấy tờ.'],
    ['received', 'Hồ sơ đang ở cán bộ Một cửa, để chuyển đến nơi giải quyết.'],
    ['in_department', 'Hồ sơ đang ở bộ phận giải quyết, Văn phòng HĐND và UBND, để giao cho người giải quyết.'],
    ['in_hand', 'Hồ sơ đang ở chuyên viên, Văn phòng HĐND và UBND, để xem xét và soạn kết quả.'],
    ['awaiting_approval', 'Hồ sơ đang ở lãnh đạo UBND xã Tân Hoà, để ký duyệt kết quả.'],
    ['finished', 'Kết quả đang ở cán bộ Một cửa, để trả cho Ông/Bà.'],
    ['returned', 'Kết quả đã được trao cho người nhận.'],
  ])('%s: %s', (stage, sentence) => {
    expect(page(at(stage), MONDAY)).toContain(sentence)
  })

  test('an agency works on its own dossiers and decides them itself', () => {
    const department = { name: 'Công an xã', kind: 'AGENCY' } as const
    expect(page(at('in_hand', { department }), MONDAY)).toContain('Hồ sơ đang ở cán bộ giải quyết, Công an xã, để')
    expect(page(at('awaiting_approval', { department }), MONDAY)).toContain('Hồ sơ đang ở lãnh đạo Công an xã, để ký duyệt')
  })
})

describe('a result that was posted', () => {
  const posted = at('returned', { returnMethod: 'COUNTER', handOver: { method: 'POST', trackingNumber: 'EE123456789VN' } })

  test('was sent, not given to anybody, however it was to be returned; its number is told', () => {
    const text = page(posted, '2026-11-27 09:00')
    expect(text).toContain('Kết quả đã được gửi qua bưu chính.')
    expect(text).toContain('Mã bưu gửi: EE123456789VN.')
    expect(text).not.toMatch(/Đã trả|được trao|người nhận|tại quầy/)
    expect(follow(posted, '2026-11-27 09:00').tag.label).toBe('Đã gửi qua bưu chính')
    expect(wayOf(posted, '2026-11-27 09:00').at(-1)).toBe('past | Đã gửi qua bưu chính | 08:20 thứ Năm 26/11 |  | cán bộ Một cửa')
  })

  test('an electronic one lies ready to download', () => {
    const online = at('returned', { handOver: { method: 'ONLINE', trackingNumber: null } })
    expect(page(online, '2026-11-27 09:00')).toContain('Kết quả tải về được trong Hồ sơ của tôi.')
    expect(page(online, '2026-11-27 09:00')).not.toContain('được trao')
    // Other programs are told who has it, not on which page to look.
    const dates = {
      ...online,
      returnedAt: null,
      returnedBy: 'ONLINE' as const,
      answerDueAt: null,
      commune: { name: 'xã Tân Hoà', phone: '0270 000 0123' },
    }
    const told = {
      code: 'H61.123-261119-0014',
      procedure: { code: '1.004873', name: 'Xác nhận' },
      followed: follow(online, '2026-11-27 09:00'),
    }
    expect(statusJson({ ...dates, ...told }).holder).toEqual({ role: 'người nộp hồ sơ', place: null })
  })
})

/** Stages at which she has something to do. */
const MUST_ACT: readonly Stage[] = ['finished', 'awaiting_supplement', 'awaiting_payment']

describe('what the citizen has to do', () => {
  test('a fee that is due is to be paid, and nobody says that there is nothing to do', () => {
    const feeLines = [
      { amount: 5_000, quantity: 2, payment: null },
      { amount: 8_000, quantity: 1, payment: {} },
    ]
    const toDo = (stage: Stage) => follow(at(stage, { feeLines }), '2026-11-26 09:00').toDo
    expect(toDo('in_hand').lead).toContain('Còn 10.000 đồng chưa nộp.')
    expect(toDo('returned').lead).toContain('Nộp tại quầy Một cửa')
    expect(toDo('finished').next).toContain('Còn 10.000 đồng chưa nộp.')
    expect(toDo('submitted').lead).toBe('Lúc này Ông/Bà không phải làm gì.')
    expect(toDo('refused').lead).toBe('Lúc này Ông/Bà không phải làm gì.')
  })

  test.each(STAGES.filter((stage) => !MUST_ACT.includes(stage)))('in %s: nothing', (stage) => {
    expect(follow(at(stage), '2026-11-26 09:00').toDo).toMatchObject({ mustAct: false, lead: 'Lúc này Ông/Bà không phải làm gì.' })
  })

  test('what is asked for waits for her, before receipt and after it', () => {
    const asked = [...STEPS.slice(0, 1), ['2026-11-20 09:00', 'awaiting_supplement'] as const].map(event)
    const row = at('submitted', { stage: 'awaiting_supplement', events: asked })
    expect(page(row, '2026-11-20 10:00')).toContain('Hồ sơ đang chờ người nộp hồ sơ, để bổ sung giấy tờ. Mời Ông/Bà bổ sung giấy tờ.')
    expect(page(row, '2026-11-20 10:00')).not.toContain('Chậm nhất')
    expect(wayOf(row, '2026-11-20 10:00')).toEqual([
      'past | Đã gửi | 19:42 thứ Năm 19/11 |  | trực tuyến',
      'here | Chờ bổ sung giấy tờ | 09:00 thứ Sáu 20/11 |  | người nộp hồ sơ',
      'next | Tiếp nhận |  |  | cán bộ Một cửa',
      'next | Giải quyết |  |  | chuyên viên, Văn phòng HĐND và UBND',
      'next | Ký duyệt |  |  | lãnh đạo UBND xã Tân Hoà',
      'next | Trả kết quả |  |  | tại quầy Một cửa',
    ])
  })

  test('while the clock stands the page says so, and the answer brings the remaining days back', () => {
    const pause = {
      at: local('2026-11-23 09:00'),
      step: 'ask_for_more',
      changes: { stage: 'awaiting_supplement', pausedAt: local('2026-11-23 09:00').toISOString() },
    }
    const waiting = at('in_hand', { stage: 'awaiting_supplement', events: [...STEPS.slice(0, 4).map(event), pause] })
    const text = page(waiting, '2026-11-25 10:00')
    expect(text).toContain('Thời hạn đang tạm dừng đang chờ Ông/Bà Trước khi dừng: 17:00 thứ Năm 26/11/2026.')
    expect(text).toContain('phần thời gian còn lại tính tiếp')
    const answered = { at: local('2026-11-27 09:00'), step: 'other', changes: { stage: 'in_hand', pausedAt: null } }
    const dueAt = local('2026-12-01 17:00')
    const back = at('in_hand', {
      dueAt,
      appointmentAt: dueAt,
      nextDueAt: dueAt,
      events: [...STEPS.slice(0, 4).map(event), pause, answered],
    })
    expect(page(back, '2026-11-27 10:00')).toContain('Hẹn trả kết quả 17:00 thứ Ba 01/12/2026')
    expect(page(back, '2026-11-27 10:00')).toContain('01/12')
  })

  test('on her own pages she is spoken to, and nobody is sent to where she is', () => {
    const mine = (row: FollowedRow, now: string) => followedOf(row, { calendar: SEED_CALENDAR, now: local(now), toApplicant: true })
    const asked = [...STEPS.slice(0, 1), ['2026-11-20 09:00', 'awaiting_supplement'] as const].map(event)
    const waiting = mine(at('submitted', { stage: 'awaiting_supplement', events: asked }), '2026-11-20 10:00')
    expect(waiting.place.holder).toBe('Ông/Bà')
    expect(waiting.way.map(({ who }) => who)).not.toContain('người nộp hồ sơ')
    for (const stage of STAGES) {
      const { place, toDo, way } = mine(at(stage), '2026-11-26 09:00')
      expect(JSON.stringify([place, way])).not.toMatch(/người nộp|người nhận/)
      expect(toDo.next, stage).not.toContain('Hồ sơ của tôi')
    }
  })

  test('whoever sent in part what cannot go over the network is told the rest, never that there is nothing to do', () => {
    const bring = 'Hai bên nam, nữ phải cùng có mặt tại Trung tâm.'
    const REST = 'Phần không làm qua mạng, nếu chưa làm: hai bên nam, nữ phải cùng có mặt tại Trung tâm.'
    const version = { limitValue: 3, limitUnit: 'WORKING_DAY', onlineLevel: 'PARTIAL', bring } as const
    const toDo = (stage: Stage, more: Partial<FollowedRow> = {}) =>
      follow(at(stage, { procedureVersion: version, ...more }), '2026-11-20 10:00').toDo
    expect(toDo('in_hand')).toMatchObject({ mustAct: false, lead: REST })
    expect(toDo('finished')).toMatchObject({ mustAct: true, next: expect.stringContaining(REST) })
    const owing = toDo('received', { feeLines: [{ amount: 5_000, quantity: 1, payment: null }] })
    expect(owing.lead).toContain('Còn 5.000 đồng chưa nộp')
    expect(owing.next).toContain(REST)
    for (const stage of CLOSED_STAGES) expect(JSON.stringify(toDo(stage)), stage).not.toContain('qua mạng')
    expect(toDo('in_hand', { channel: 'COUNTER' }).lead).toBe('Lúc này Ông/Bà không phải làm gì.')
    expect(toDo('in_hand', { procedureVersion: { ...version, onlineLevel: 'FULL' } }).lead).toBe('Lúc này Ông/Bà không phải làm gì.')
  })

  test('an electronic result says by when it can be downloaded', () => {
    const row = at('finished', { returnMethod: 'ONLINE' })
    expect(follow(row, '2026-11-25 16:00').toDo.next).toBe('Bản điện tử được đưa vào Hồ sơ của tôi chậm nhất 17:00 thứ Năm 26/11/2026.')
    expect(follow(row, '2026-11-27 16:00').toDo.next).toContain('chưa thấy thì gọi Một cửa')
  })

  test('a result waits at the counter for the one who comes for it, and for nobody else', () => {
    expect(follow(at('finished'), '2026-11-25 16:00').toDo).toMatchObject({
      mustAct: true,
      lead: 'Mời Ông/Bà đến quầy Một cửa nhận kết quả.',
      next: expect.stringContaining('Giấy tiếp nhận'),
    })
    for (const returnMethod of ['POST', 'ONLINE'] as const)
      expect(follow(at('finished', { returnMethod }), '2026-11-25 16:00').toDo.mustAct).toBe(false)
  })
})

describe('when the result is due', () => {
  test('before receipt there is no day yet, only the hour by which the office answers and from when it counts', () => {
    const text = page(at('submitted'), '2026-11-19 20:00')
    expect(text).toContain('Chậm nhất 17:00 thứ Sáu 20/11/2026')
    expect(text).toContain('Hồ sơ gửi ngoài giờ làm việc nên tính từ 07:00 thứ Sáu 20/11/2026.')
    expect(text).not.toContain('Hẹn trả kết quả')
  })

  test('sent in office hours, it is counted from that moment', () => {
    const row = at('submitted', { submittedAt: local('2026-11-20 08:00'), nextDueAt: local('2026-11-23 07:30') })
    expect(page(row, '2026-11-20 08:05')).toContain('trả lời trong 8 giờ làm việc, tính từ 08:00 thứ Sáu 20/11/2026.')
  })

  test('from receipt on the day stands in full, with every reason', () => {
    const text = page(at('in_hand'), '2026-11-23 10:00')
    expect(text).toContain('Hẹn trả kết quả 17:00 thứ Năm 26/11/2026 còn 2 ngày làm việc')
    expect(text).toContain('Thứ Năm 19/11 Gửi lúc 19:42, sau giờ làm việc nên chuyển sang sáng hôm sau')
    expect(text).toContain('Thứ Sáu 20/11 Tiếp nhận lúc 08:15. Ngày tiếp nhận chưa tính')
    expect(text).toContain('Thứ Ba 24/11 Nghỉ Ngày Văn hóa Việt Nam: không tính')
    expect(text).toContain('Ngày làm việc 3: hết hạn lúc đóng cửa, 17:00')
  })

  test('an overdue dossier says so, and a finished one how it ended', () => {
    expect(page(at('in_hand'), '2026-11-27 09:00')).toContain('quá hạn 1 ngày')
    expect(page(at('finished'), '2026-11-25 16:00')).toContain(
      'Xong 15:30 thứ Tư 25/11/2026 xong trước hạn Đã hẹn trả 17:00 thứ Năm 26/11/2026.',
    )
  })
})

describe('the way of the dossier', () => {
  test('the design’s timeline: what was, where it is, what comes', () => {
    expect(wayOf(at('in_hand'), '2026-11-23 10:00')).toEqual([
      'past | Đã gửi | 19:42 thứ Năm 19/11 |  | trực tuyến',
      'past | Đã tiếp nhận | 08:15 thứ Sáu 20/11 |  | cán bộ Một cửa',
      'here | Đang giải quyết | 08:40 thứ Sáu 20/11 |  | chuyên viên, Văn phòng HĐND và UBND',
      'next | Ký duyệt |  |  | lãnh đạo UBND xã Tân Hoà',
      'next | Trả kết quả |  |  | tại quầy Một cửa',
    ])
  })

  test('a dossier just sent has its whole way before it', () => {
    expect(wayOf(at('submitted'), '2026-11-19 20:00').map((line) => line.split(' | ').slice(0, 2).join(' '))).toEqual([
      'here Đã gửi',
      'next Tiếp nhận',
      'next Giải quyết',
      'next Ký duyệt',
      'next Trả kết quả',
    ])
  })

  test('a closed dossier is all past', () => {
    const way = follow(at('returned', { returnMethod: 'ONLINE' }), '2026-11-27 09:00').way
    expect(way.map(({ standing }) => standing)).toEqual(Array.from({ length: 6 }, () => 'past'))
    expect(way.at(-1)).toMatchObject({ what: 'Có bản điện tử để tải về', who: 'trong Hồ sơ của tôi' })
  })

  test('rounds between work and approval are one stop, with who led back by role, without a reason and without a name', () => {
    const events = [
      ...at('awaiting_approval').events,
      event(['2026-11-25 14:20', 'in_hand', 'recall']),
      event(['2026-11-25 14:40', 'awaiting_approval', 'propose']),
      event(['2026-11-25 15:10', 'in_hand', 'send_back']),
    ]
    const way = wayOf(at('in_hand', { events }), '2026-11-25 16:00')
    const work =
      'chuyên viên, Văn phòng HĐND và UBND; chuyên viên rút lại bản trình 1 lần để sửa; ' +
      'lãnh đạo UBND xã Tân Hoà trả lại 1 lần để giải quyết thêm'
    expect(way.slice(2, 4)).toEqual([
      `here | Đang giải quyết | 08:40 thứ Sáu 20/11 |  | ${work}`,
      'next | Ký duyệt |  |  | lãnh đạo UBND xã Tân Hoà',
    ])
    const again = [
      ...events,
      event(['2026-11-25 16:10', 'awaiting_approval', 'propose']),
      event(['2026-11-25 16:20', 'finished', 'approve']),
    ]
    expect(wayOf(at('finished', { events: again }), '2026-11-25 17:00').filter((line) => line.includes('Đã giải quyết'))).toEqual([
      `past | Đã giải quyết | 08:40 thứ Sáu 20/11 | 16:10 thứ Tư 25/11 | ${work}`,
    ])
  })

  test('a fee that was left unpaid is not asked for at a result that is handed over', () => {
    const feeLines = [{ amount: 8_000, quantity: 1, payment: null }]
    expect(follow(at('finished', { feeLines }), '2026-11-25 17:00').toDo.next).toContain('muộn nhất khi nhận kết quả')
    const { lead } = follow(at('returned', { feeLines }), '2026-11-27 09:00').toDo
    expect(lead).toContain('Kết quả đã trả, còn 8.000 đồng chưa nộp')
    expect(lead).not.toContain('muộn nhất')
  })

  test('exactly one stop of an open dossier is here, whatever its stage', () => {
    for (const stage of STAGES)
      expect(
        follow(at(stage), '2026-11-26 09:00').way.filter(({ standing }) => standing === 'here'),
        stage,
      ).toHaveLength(CLOSED_STAGES.includes(stage) ? 0 : 1)
  })

  test('the year is said when it is not this one', () => {
    expect(wayOf(at('returned'), '2027-01-05 09:00')[0]).toContain('19:42 thứ Năm 19/11/2026')
  })

  test('an event that sets no stage, or nothing we know, is no stop', () => {
    const events = [
      ...at('in_hand').events,
      { at: local('2026-11-23 09:00'), step: 'attach_result', changes: { hasResultFile: true } },
      { at: local('2026-11-23 09:01'), step: 'attach_result', changes: null },
    ]
    expect(wayOf(at('in_hand', { events }), '2026-11-23 10:00')).toEqual(wayOf(at('in_hand'), '2026-11-23 10:00'))
  })
})
