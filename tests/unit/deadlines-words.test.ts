import { describe, expect, test } from 'vitest'
import { explainAtLength } from '@/lib/deadlines/explanation'
import { deadlineJson } from '@/lib/deadlines/json'
import { openState } from '@/lib/deadlines/opening'
import { countingPhrase, explainBriefly, previewNote } from '@/lib/deadlines/short-explanation'
import { aheadWords, openWords, reasonWords, standingWords, tomorrowWords } from '@/lib/deadlines/words'
import { limitWords } from '@/lib/text/limits'
import { daysWords, durationWords, momentOnForm, momentWords, rangeWords, shortMoment } from '@/lib/text/dates'
import { askDeadline as ask, day, local, SEED_CALENDAR } from '@/tests/support/calendar'

type Question = Parameters<typeof ask>

function told(explain: typeof explainAtLength, question: Question, submitted?: string): string[] {
  const telling = { now: local('2026-11-23 09:40'), calendar: SEED_CALENDAR, submittedAt: submitted ? local(submitted) : null }
  return explain(ask(...question), telling).map(({ when, text, isOff }) => `${isOff ? '- ' : ''}${when}: ${text}`)
}

describe('dates in words', () => {
  test('name the weekday when someone has to come', () => {
    expect(momentWords(local('2026-11-27 17:00'))).toBe('17:00 thứ Sáu 27/11/2026')
    expect(momentWords(local('2026-11-22 07:05'))).toBe('07:05 Chủ nhật 22/11/2026')
    expect(shortMoment(local('2026-11-25 08:12:59'))).toBe('08:12 T4 25/11')
    expect(momentOnForm(local('2026-11-20 08:15'))).toBe('08 giờ 15 phút, ngày 20 tháng 11 năm 2026')
  })

  test('say the month once and join three days in a row', () => {
    expect(daysWords([day('2026-11-24')])).toBe('24/11')
    expect(daysWords([day('2026-11-21'), day('2026-11-22')])).toBe('21 và 22/11')
    expect(daysWords([day('2026-10-31'), day('2026-11-01')])).toBe('31/10 và 01/11')
    expect(daysWords([16, 17, 18].map((n) => day(`2026-02-${n}`)))).toBe('16 đến 18/02')
    expect(daysWords([day('2026-11-21'), day('2026-11-22'), day('2026-11-28')])).toBe('21, 22 và 28/11')
    expect(rangeWords(day('2026-11-30'), day('2026-12-04'))).toBe('30/11 đến 04/12')
  })

  test('tell durations in hours and minutes', () => {
    expect([0, 45, 60, 150, 1260].map(durationWords)).toEqual(['0 phút', '45 phút', '1 giờ', '2 giờ 30 phút', '21 giờ'])
  })
})

describe('a limit in words', () => {
  test('reads as on the procedure', () => {
    expect(limitWords({ value: 1, unit: 'SAME_DAY' })).toBe('Trong ngày làm việc')
    expect(limitWords({ value: 3, unit: 'WORKING_DAY' })).toBe('3 ngày làm việc')
    expect(limitWords({ value: 15, unit: 'DAY' })).toBe('15 ngày')
    expect(limitWords({ value: 4, unit: 'HOUR' })).toBe('4 giờ làm việc')
    expect(limitWords({ value: 1000, unit: 'DAY' })).toBe('1.000 ngày')
  })
})

describe('the due chip', () => {
  test('says how many working days are left or gone', () => {
    expect(standingWords({ kind: 'left', workingDays: 2 })).toBe('còn 2 ngày làm việc')
    expect(standingWords({ kind: 'today' })).toBe('đến hạn hôm nay')
    expect(standingWords({ kind: 'late', workingDays: 1 })).toBe('quá hạn 1 ngày')
    expect(standingWords({ kind: 'late', workingDays: 0 })).toBe('quá hạn dưới 1 ngày')
    expect(standingWords({ kind: 'waiting', for: 'applicant' })).toBe('đang chờ công dân')
    expect(standingWords({ kind: 'waiting', for: 'applicant_lapsed' })).toBe('chờ công dân đã lâu')
    expect(standingWords({ kind: 'minutes_left', officeMinutes: 480, isToday: true })).toBe('còn 8 giờ')
    // Nobody looks at a whole minute.
    expect(standingWords({ kind: 'minutes_left', officeMinutes: 479.99, isToday: true })).toBe('còn 7 giờ 59 phút')
    expect(standingWords({ kind: 'minutes_late', officeMinutes: 60.4 })).toBe('quá hạn 1 giờ')
    expect(standingWords({ kind: 'minutes_late', officeMinutes: 479.9 })).toBe('quá hạn 7 giờ 59 phút')
    expect(standingWords({ kind: 'minutes_late', officeMinutes: 66 * 60 + 49 })).toBe('quá hạn 8 ngày')
    expect(standingWords({ kind: 'minutes_late', officeMinutes: 0.4 })).toBe('quá hạn dưới 1 phút')
    expect(standingWords({ kind: 'done', when: 'early' })).toBe('xong trước hạn')
    expect(standingWords({ kind: 'done', when: 'promised_today' })).toBe('xong, hẹn hôm nay')
  })

  test('speaks to the one whose dossier it is, and says that hours are office hours', () => {
    expect(standingWords({ kind: 'waiting', for: 'applicant' }, true)).toBe('đang chờ Ông/Bà')
    expect(standingWords({ kind: 'waiting', for: 'applicant_lapsed' }, true)).toBe('đang chờ Ông/Bà')
    expect(standingWords({ kind: 'minutes_left', officeMinutes: 480, isToday: true }, true)).toBe('còn 8 giờ làm việc')
  })
})

describe('why it is that day', () => {
  test('for a dossier sent at night and received the next morning, day by day', () => {
    expect(told(explainAtLength, ['2026-11-20 08:15', 3, 'WORKING_DAY'], '2026-11-19 19:42')).toEqual([
      'Thứ Năm 19/11: Gửi lúc 19:42, sau giờ làm việc nên chuyển sang sáng hôm sau',
      'Thứ Sáu 20/11: Tiếp nhận lúc 08:15. Ngày tiếp nhận chưa tính',
      '- 21 và 22/11: Thứ Bảy, Chủ nhật: không tính',
      'Thứ Hai 23/11: Ngày làm việc 1 (hôm nay)',
      '- Thứ Ba 24/11: Nghỉ Ngày Văn hóa Việt Nam: không tính',
      'Thứ Tư 25/11: Ngày làm việc 2',
      'Thứ Năm 26/11: Ngày làm việc 3: hết hạn lúc đóng cửa, 17:00',
    ])
  })

  test('for a dossier sent and received on a holiday, which is said once', () => {
    expect(told(explainAtLength, ['2026-11-24 09:53', 1, 'WORKING_DAY'], '2026-11-24 09:51')).toEqual([
      'Thứ Ba 24/11: Gửi lúc 09:51',
      'Thứ Ba 24/11: Hồ sơ đến lúc 09:53, vào ngày nghỉ',
      '- Thứ Ba 24/11: Nghỉ Ngày Văn hóa Việt Nam: không tính',
      'Thứ Tư 25/11: Tính là tiếp nhận lúc 07:00. Ngày tiếp nhận chưa tính',
      'Thứ Năm 26/11: Ngày làm việc 1: hết hạn lúc đóng cửa, 17:00',
    ])
  })

  test('for a dossier sent on a holiday and received after it', () => {
    expect(told(explainAtLength, ['2026-11-25 08:00', 1, 'WORKING_DAY'], '2026-11-24 09:51')[0]).toBe(
      'Thứ Ba 24/11: Gửi lúc 09:51, vào ngày nghỉ nên chuyển sang sáng hôm sau',
    )
  })

  test('for a dossier that came after closing on a Friday', () => {
    expect(told(explainAtLength, ['2026-11-20 19:42', 1, 'WORKING_DAY'])).toEqual([
      'Thứ Sáu 20/11: Hồ sơ đến lúc 19:42, sau giờ làm việc',
      '- 21 và 22/11: Thứ Bảy, Chủ nhật: không tính',
      'Thứ Hai 23/11: Tính là tiếp nhận lúc 07:00. Ngày tiếp nhận chưa tính',
      '- Thứ Ba 24/11: Nghỉ Ngày Văn hóa Việt Nam: không tính',
      'Thứ Tư 25/11: Ngày làm việc 1: hết hạn lúc đóng cửa, 17:00',
    ])
  })

  test('for results on the same day, hours, and calendar days that end on a holiday', () => {
    expect(told(explainAtLength, ['2026-11-23 12:00', 1, 'SAME_DAY'])).toEqual([
      'Thứ Hai 23/11: Hồ sơ đến lúc 12:00, trong giờ nghỉ trưa nên tính từ 13:30. Trước 15:00 nên trả trong ngày: hết hạn lúc đóng cửa, 17:00',
    ])
    expect(told(explainAtLength, ['2026-11-23 15:30', 1, 'SAME_DAY']).at(-1)).toBe('Thứ Tư 25/11: Hết hạn lúc đóng cửa, 17:00')
    expect(told(explainAtLength, ['2026-11-23 16:00', 8, 'HOUR']).slice(1)).toEqual([
      'Thứ Hai 23/11: Tính 1 giờ',
      '- Thứ Ba 24/11: Nghỉ Ngày Văn hóa Việt Nam: không tính',
      'Thứ Tư 25/11: Tính 7 giờ: hết hạn lúc 16:00',
    ])
    expect(told(explainAtLength, ['2026-11-16 10:00', 8, 'DAY']).slice(1)).toEqual([
      '17 đến 24/11: Đếm 8 ngày, tính cả ngày nghỉ',
      'Thứ Tư 25/11: Ngày thứ 8 là thứ Ba 24/11, nghỉ Ngày Văn hóa Việt Nam, nên chuyển sang thứ Tư 25/11: hết hạn lúc đóng cửa, 17:00',
    ])
  })

  test('joins runs in a month and sums up beyond', () => {
    expect(told(explainAtLength, ['2026-08-18 10:00', 6, 'WORKING_DAY'])).toEqual([
      'Thứ Ba 18/08: Tiếp nhận lúc 10:00. Ngày tiếp nhận chưa tính',
      '19 đến 22/08: Ngày làm việc 1 đến 4',
      '- 23/08: Chủ nhật: không tính',
      'Thứ Hai 24/08: Ngày làm việc 5',
      'Thứ Ba 25/08: Ngày làm việc 6: hết hạn lúc đóng cửa, 17:00',
    ])
    expect(told(explainAtLength, ['2026-02-05 10:00', 60, 'WORKING_DAY']).slice(1)).toEqual([
      '06/02 đến 11/05: Ngày làm việc 1 đến 59',
      '- 36 ngày nghỉ: Không tính: 28 ngày thứ Bảy, Chủ nhật; nghỉ Tết Nguyên đán 16 đến 20/02; nghỉ bù Giỗ Tổ Hùng Vương (26/4 là Chủ nhật) 27/04; nghỉ Ngày Chiến thắng 30/04; nghỉ Quốc tế Lao động 01/05',
      'Thứ Ba 12/05: Ngày làm việc 60: hết hạn lúc đóng cửa, 17:00',
    ])
  })

  test('tells each pause with what remained and the new time', () => {
    expect(told(explainAtLength, ['2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-17 10:00', '2026-11-18 10:00']]]).at(-1)).toBe(
      '17 đến 18/11: Tạm dừng từ 10:00 thứ Ba 17/11 đến 10:00 thứ Tư 18/11. Còn lại 21 giờ làm việc nên hẹn mới là 17:00 thứ Sáu 20/11/2026',
    )
    expect(told(explainAtLength, ['2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-17 10:00', null]]]).at(-1)).toMatch(
      /^17\/11: Tạm dừng từ 10:00\. /,
    )
    expect(told(explainAtLength, ['2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-19 17:00', null]]]).at(-1)).toBe(
      '19/11: Tạm dừng từ 17:00, khi đã hết hạn, nên ngày hẹn không đổi',
    )
  })

  test('a date in calendar days moves by the days of the pause: no “17 days left” of a limit of 15', () => {
    const waiting = told(explainAtLength, ['2026-11-27 10:00', 15, 'DAY', [['2026-11-27 15:00', null]]])
    expect(waiting).toEqual([
      'Thứ Sáu 27/11: Tiếp nhận lúc 10:00. Ngày tiếp nhận chưa tính',
      '28/11 đến 12/12: Đếm 15 ngày, tính cả ngày nghỉ',
      'Thứ Hai 14/12: Ngày thứ 15 là thứ Bảy 12/12 nên chuyển sang thứ Hai 14/12: hết hạn lúc đóng cửa, 17:00',
      '27/11: Tạm dừng từ 15:00. Khi tính tiếp, ngày hẹn dời đúng số ngày đã dừng',
    ])
    expect(told(explainAtLength, ['2026-11-27 10:00', 15, 'DAY', [['2026-11-27 15:00', '2026-12-02 09:00']]]).slice(-2)).toEqual([
      '27/11 đến 02/12: Tạm dừng từ 15:00 thứ Sáu 27/11 đến 09:00 thứ Tư 02/12. Dời 5 ngày nên hẹn mới là 17:00 thứ Hai 21/12/2026',
      'Thứ Hai 21/12: Ngày cuối là thứ Bảy 19/12 nên chuyển sang thứ Hai 21/12',
    ])
  })

  test('warns where the calendar is only expected', () => {
    const lines = told(explainAtLength, ['2026-12-31 10:00', 1, 'WORKING_DAY'])
    expect(lines[1]).toBe('- Thứ Sáu 01/01: Nghỉ Tết Dương lịch (dự kiến): không tính')
    expect(lines.at(-1)).toBe('Lưu ý: Lịch nghỉ sau ngày 31/12/2026 mới là dự kiến, ngày hẹn có thể thay đổi khi Nhà nước công bố')
  })

  test('names every kind of skipped day at every length', () => {
    for (const value of [1, 3, 10, 25, 60, 250]) {
      const text = told(explainAtLength, ['2026-02-12 10:00', value, 'WORKING_DAY']).join('\n')
      if (value > 1) expect(text).toContain('Tết Nguyên đán')
      expect(text).toContain(`hết hạn lúc đóng cửa, 17:00`)
    }
  })
})

describe('the same in few words', () => {
  test('for staff', () => {
    expect(told(explainBriefly, ['2026-11-20 08:15', 3, 'WORKING_DAY'], '2026-11-19 19:42')).toEqual([
      '20/11, 08:15: Tiếp nhận; nộp ngoài giờ hôm trước',
      '- 21 và 22/11: Thứ Bảy, Chủ nhật: không tính',
      '- 24/11: Ngày Văn hóa Việt Nam: không tính',
      '26/11, 17:00: Hết 3 ngày làm việc; chưa tạm dừng lần nào',
    ])
    expect(told(explainBriefly, ['2026-11-16 10:00', 10, 'DAY', [['2026-11-18 10:00', '2026-11-20 09:00']]])).toEqual([
      '16/11, 10:00: Tiếp nhận',
      '26/11, 17:00: Hết 10 ngày',
      '18/11, 10:00: Dừng chờ người nộp đến 09:00 thứ Sáu 20/11; hạn dời 2 ngày; hạn mới 17:00 T2 30/11',
      '- 28 và 29/11: Thứ Bảy, Chủ nhật: nghỉ nên chuyển',
    ])
  })

  test('for the form', () => {
    expect(countingPhrase(ask('2026-11-20 08:15', 3, 'WORKING_DAY'))).toBe(
      'ngày nhận không tính; không tính thứ Bảy 21, Chủ nhật 22 và thứ Ba 24/11 (Ngày Văn hóa Việt Nam)',
    )
    expect(countingPhrase(ask('2026-11-23 10:00', 1, 'SAME_DAY'))).toBe('nhận trước 15:00, trả trong ngày')
    expect(countingPhrase(ask('2026-02-05 10:00', 60, 'WORKING_DAY'))).toBe(
      'ngày nhận không tính; không tính 36 ngày nghỉ, trong đó có Tết Nguyên đán, nghỉ bù Giỗ Tổ Hùng Vương, Ngày Chiến thắng và Quốc tế Lao động',
    )
  })

  test('for someone who plans to file', () => {
    expect(previewNote(ask('2026-11-23 09:40', 3, 'WORKING_DAY'))).toBe('Ngày nộp không tính. Thứ Ba 24/11 nghỉ Ngày Văn hóa Việt Nam.')
  })
})

describe('the sign at the door', () => {
  const at = (text: string) => openState(local(text), SEED_CALENDAR)

  test('says whether the office is open and until when', () => {
    expect(openWords(at('2026-11-23 09:40'))).toBe('Đang mở cửa, đến 11:30')
    expect(openWords(at('2026-11-23 11:30'))).toBe('Nghỉ trưa, mở lại lúc 13:30')
    expect(openWords(at('2026-11-23 06:59'))).toBe('Chưa mở cửa, mở lúc 07:00')
    expect(openWords(at('2026-11-23 17:00'))).toBe('Đã đóng cửa, mở lại 07:00 thứ Tư 25/11')
    expect(openWords(at('2026-11-25 17:00'))).toBe('Đã đóng cửa, mở lại 07:00 ngày mai')
    expect(openWords(at('2026-11-24 10:00'))).toBe('Hôm nay nghỉ Ngày Văn hóa Việt Nam, mở lại 07:00 ngày mai')
    expect(openWords(at('2026-11-21 10:00'))).toBe('Hôm nay nghỉ, mở lại 07:00 thứ Hai 23/11')
  })

  test('warns of the unusual days ahead, and only of those', () => {
    expect(aheadWords(at('2026-11-23 09:40'))).toEqual({ what: 'Mai thứ Ba 24/11 nghỉ', why: 'Ngày Văn hóa Việt Nam' })
    expect(aheadWords(at('2026-02-13 09:00'))).toEqual({ what: 'Từ thứ Hai 16/02 đến thứ Sáu 20/02 nghỉ', why: 'Tết Nguyên đán' })
    expect(aheadWords(at('2026-08-21 09:00'))).toEqual({ what: 'Mai thứ Bảy 22/08 làm việc', why: 'Làm bù cho 31/8' })
    expect(aheadWords(at('2026-11-20 09:00'))).toBeNull()
    expect(tomorrowWords(at('2026-11-23 09:40'))).toBe('Mai nghỉ Ngày Văn hóa Việt Nam')
    expect(tomorrowWords(at('2026-02-13 09:00'))).toBeNull()
  })
})

describe('the public answer', () => {
  test('carries +07:00 everywhere and a name and a sentence for each reason', () => {
    const answer = deadlineJson(ask('2026-11-20 08:15', 3, 'WORKING_DAY', [['2026-11-23 10:00', '2026-11-25 10:00']]))
    expect(answer.effectiveReceipt).toBe('2026-11-20T08:15:00+07:00')
    expect(answer.dueAt).toBe('2026-11-27T17:00:00+07:00')
    expect(answer.reasons[1]).toEqual({
      kind: 'skipped',
      date: '2026-11-21',
      name: 'Thứ Bảy',
      why: 'weekend',
      text: 'Thứ Bảy 21/11/2026: không tính',
    })
    expect(answer.reasons).toContainEqual({
      kind: 'skipped',
      date: '2026-11-24',
      name: 'Ngày Văn hóa Việt Nam',
      why: 'holiday',
      provisional: false,
      text: 'Thứ Ba 24/11/2026: nghỉ Ngày Văn hóa Việt Nam, không tính',
    })
    expect(JSON.stringify(answer)).not.toContain('Z"')
  })

  test('finds a sentence for every reason that a count can give', () => {
    const questions: Question[] = [
      ['2026-12-31 15:30', 1, 'SAME_DAY'],
      [
        '2026-11-16 10:00',
        8,
        'DAY',
        [
          ['2026-11-17 10:00', '2026-11-18 10:00'],
          ['2026-11-26 17:00', null],
        ],
      ],
      ['2026-11-16 10:00', 8, 'HOUR', [['2026-11-16 11:00', null]]],
      ['2023-12-20 10:00', 3, 'WORKING_DAY'],
    ]
    const kinds = new Set<string>()
    for (const question of questions)
      for (const reason of ask(...question).reasons) {
        kinds.add(reason.kind)
        expect(reasonWords(reason)).not.toMatch(/undefined|null|NaN|\.$/)
      }
    expect([...kinds].sort()).toEqual([
      'beyond_calendar',
      'calendar_days',
      'due',
      'frozen',
      'office_time',
      'paused',
      'paused_too_late',
      'received',
      'rolled',
      'same_day',
      'skipped',
      'working_day',
    ])
  })
})
