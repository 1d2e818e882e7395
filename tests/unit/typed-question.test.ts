import { describe, expect, it } from 'vitest'
import { DeadlineQuestion } from '@/lib/deadlines/schema'
import { MOST_PAUSES, pauseBoxes, questionAddress, readTypedQuestion } from '@/lib/deadlines/typed-question'

const NOW = new Date('2026-11-20T08:15:30+07:00')

const NO_PAUSE = { pauses: [] }

const asks = (ngay: string, gio: string, so: string, unit: string) => readTypedQuestion({ ngay, gio, so, 'don-vi': unit }, NOW)

describe('the form that computes an appointment date', () => {
  it('asks nothing yet on the first visit, and offers the present moment', () => {
    const { typed, errors, question } = readTypedQuestion({}, NOW)
    expect(question).toBeNull()
    expect(errors).toEqual({})
    expect(typed).toEqual({ ngay: '20/11/2026', gio: '08:15', so: '', 'don-vi': 'ngay-lam-viec', ...NO_PAUSE })
  })

  it.each(['8:15', '08.15', '8h15', '8 giờ 15', '8 giờ 15 phút', ' 08:15 '])('reads "%s" as a quarter past eight', (gio) => {
    expect(asks('19/11/2026', gio, '3', 'ngay-lam-viec').question).toEqual({
      receivedAt: '2026-11-19T08:15:00+07:00',
      value: '3',
      unit: 'WORKING_DAY',
      pauses: '',
    })
  })

  it('reads a bare hour and a day as addresses carry it', () => {
    expect(asks('2026-11-19', '14h', '5', 'ngay').question).toEqual({
      receivedAt: '2026-11-19T14:00:00+07:00',
      value: '5',
      unit: 'DAY',
      pauses: '',
    })
  })

  it('needs no number for a result within the day', () => {
    expect(asks('19/11/2026', '9:00', '', 'trong-ngay').question).toMatchObject({ value: '1', unit: 'SAME_DAY' })
  })

  it('counts from this very moment when only the limit is given', () => {
    const address = new URL(questionAddress({ value: 4, unit: 'HOUR' }), 'http://localhost')
    const { question } = readTypedQuestion(Object.fromEntries(address.searchParams), NOW)
    expect(question).toEqual({ receivedAt: '2026-11-20T08:15:30+07:00', value: '4', unit: 'HOUR', pauses: '' })
  })

  it.each([
    ['31/02/2026', '8:00', '3', 'ngay', { ngay: 'Ngày nhận 31/02 không có trong lịch. Kiểm tra lại ngày và tháng' }],
    ['19/11/1999', '8:00', '3', 'ngay', { ngay: 'Ngày nhận nằm trong các năm 2000 đến 2100' }],
    ['hôm qua', '8:00', '3', 'ngay', { ngay: 'Ghi ngày nhận dạng 31/12/2024' }],
    ['19/11/2026', '25:00', '3', 'ngay', { gio: 'Ghi giờ nhận dạng 8:15 hoặc 14:30' }],
    ['19/11/2026', '8:60', '3', 'ngay', { gio: 'Ghi giờ nhận dạng 8:15 hoặc 14:30' }],
    ['19/11/2026', '8:00', '', 'ngay', { so: 'Nhập thời hạn là số từ 1 đến 1.000' }],
    ['19/11/2026', '8:00', '1001', 'ngay', { so: 'Nhập thời hạn là số từ 1 đến 1.000' }],
    ['19/11/2026', '8:00', '-3', 'gio-lam-viec', { so: 'Nhập thời hạn là số từ 1 đến 1.000' }],
    ['19/11/2026', '8:00', '3', 'tuan', { 'don-vi': 'Chọn cách tính thời hạn' }],
  ])('answers %s %s, %s %s with a sentence at its box and keeps what was typed', (ngay, gio, so, unit, errors) => {
    const read = asks(ngay, gio, so, unit)
    expect(read.errors).toEqual(errors)
    expect(read.question).toBeNull()
    expect(read.typed).toEqual({ ngay, gio, so, 'don-vi': unit, ...NO_PAUSE })
  })

  it('takes one stretch of waiting, in days', () => {
    const waiting = (from: string, to: string) =>
      readTypedQuestion({ ngay: '20/11/2026', gio: '14:00', so: '3', 'don-vi': 'ngay-lam-viec', 'dung-tu': from, 'dung-den': to }, NOW)
    expect(waiting('23/11/2026', '26/11/2026').question?.pauses).toBe('2026-11-23T12:00:00+07:00/2026-11-26T12:00:00+07:00')
    // It cannot have begun before the receipt of the same day.
    expect(waiting('20/11/2026', '26/11/2026').question?.pauses).toBe('2026-11-20T14:00:00+07:00/2026-11-26T12:00:00+07:00')
    expect(DeadlineQuestion.safeParse(waiting('20/11/2026', '26/11/2026').question).success).toBe(true)
    expect(waiting('23/11/2026', '').errors).toEqual({ 'dung-den': 'Nhập ngày nhận được bổ sung, ví dụ 31/12/2024' })
    expect(waiting('26/11/2026', '23/11/2026').errors).toEqual({ 'dung-den': 'Ngày nhận được bổ sung phải sau ngày bắt đầu chờ' })
    expect(waiting('19/11/2026', '23/11/2026').errors).toEqual({ 'dung-tu': 'Ngày bắt đầu chờ phải từ ngày nhận hồ sơ trở đi' })
  })

  const WHOLE = { ngay: '20/11/2026', gio: '14:00', so: '3', 'don-vi': 'ngay-lam-viec' }
  const THREE = {
    ...{ 'dung-tu': '23/11/2026', 'dung-den': '26/11/2026' },
    ...{ 'dung-tu-2': '01/12/2026', 'dung-den-2': '03/12/2026' },
    ...{ 'dung-tu-3': '26/11/2026', 'dung-den-3': '27/11/2026' },
  }

  it('takes several stretches of waiting, in any order, and closes the gaps of those that were emptied', () => {
    const { question } = readTypedQuestion({ ...WHOLE, ...THREE }, NOW)
    expect(question?.pauses.split(',')).toEqual([
      '2026-11-23T12:00:00+07:00/2026-11-26T12:00:00+07:00',
      '2026-12-01T12:00:00+07:00/2026-12-03T12:00:00+07:00',
      '2026-11-26T12:00:00+07:00/2026-11-27T12:00:00+07:00',
    ])
    expect(DeadlineQuestion.safeParse(question).success).toBe(true)
    const { typed } = readTypedQuestion({ ...WHOLE, ...THREE, 'dung-tu-2': '', 'dung-den-2': ' ' }, NOW)
    expect(typed.pauses).toEqual([
      { from: '23/11/2026', to: '26/11/2026' },
      { from: '26/11/2026', to: '27/11/2026' },
    ])
  })

  it('says at its box which stretch of waiting falls into which other', () => {
    const fault = (from: string, to: string) => readTypedQuestion({ ...WHOLE, ...THREE, 'dung-tu-3': from, 'dung-den-3': to }, NOW).errors
    expect(fault('02/12/2026', '09/12/2026')).toEqual({ 'dung-tu-3': 'Lần chờ này trùng với lần 2. Kiểm tra lại các ngày' })
    expect(fault('21/11/2026', '24/11/2026')).toEqual({ 'dung-tu-3': 'Lần chờ này trùng với lần 1. Kiểm tra lại các ngày' })
    expect(fault('19/11/2026', '21/11/2026')).toEqual({ 'dung-tu-3': 'Ngày bắt đầu chờ phải từ ngày nhận hồ sơ trở đi' })
    expect(fault('', '24/11/2026')).toEqual({ 'dung-tu-3': 'Nhập ngày bắt đầu chờ, ví dụ 31/12/2024' })
  })

  it('says nothing yet to whoever asks for boxes of one more stretch', () => {
    const typed = { ...WHOLE, so: '', 'dung-tu': '23/11/2026' }
    const read = readTypedQuestion({ ...typed, lam: 'them' }, NOW)
    expect(read).toMatchObject({ errors: {}, question: null, typed: { pauses: [{ from: '23/11/2026', to: '' }] } })
    expect(Object.keys(readTypedQuestion({ ...typed, lam: 'tinh' }, NOW).errors)).toEqual(['so', 'dung-den'])
  })

  it('has room for as many stretches as it says, and the count takes them all', () => {
    const many = Array.from({ length: MOST_PAUSES + 1 }, (_, index) => {
      const { from, to } = pauseBoxes(index + 1)
      const at = (day: number) => `${String(day).padStart(2, '0')}/12/2026`
      return { [from]: at(2 * index + 1), [to]: at(2 * index + 2) }
    })
    const { question } = readTypedQuestion(Object.assign({}, WHOLE, ...many), NOW)
    expect(question?.pauses.split(',')).toHaveLength(MOST_PAUSES)
    expect(DeadlineQuestion.safeParse(question).success).toBe(true)
  })

  it('never asks what the count would refuse', () => {
    for (const year of ['2000', '2100'])
      for (const unit of ['ngay-lam-viec', 'ngay', 'gio-lam-viec', 'trong-ngay'])
        for (const day of ['01/01', '31/12']) {
          const { question } = asks(`${day}/${year}`, '00:00', '1000', unit)
          expect(DeadlineQuestion.safeParse(question).success, `${day}/${year} ${unit}`).toBe(true)
        }
  })
})
