import { describe, expect, it } from 'vitest'
import { noticeText, type NoticeFacts } from '@/lib/notifications/rules'
import { RETURN_WORDS } from '@/lib/dossiers/words'
import type { ReturnMethod } from '@/prisma/generated/enums'

const facts = (returnMethod: ReturnMethod): NoticeFacts => ({
  code: 'H61.123-261119-0014',
  procedureName: 'Đăng ký khai sinh',
  communeName: 'xã Tân Hoà',
  phone: '0270 000 0123',
  followUrl: 'https://mot-cua.tanhoa.example/tra-cuu?ma=H61.123-261119-0014',
  supplementUrl: 'https://mot-cua.tanhoa.example/ho-so/H61.123-261119-0014/bo-sung',
  dueAt: null,
  returnWords: RETURN_WORDS[returnMethod],
  returnMethod,
  owed: null,
  beyondNetwork: null,
  handedOver: null,
})

describe('the mail that a result is there', () => {
  it('says whether to come, or that nothing is to be done until the desk has handed it over', () => {
    const of = (method: ReturnMethod) => noticeText('result_ready', facts(method)).paragraphs.join(' ')
    expect(of('COUNTER')).toContain('Đến quầy Một cửa trong giờ làm việc để nhận')
    expect(of('POST')).toContain('sắp gửi qua bưu chính')
    expect(of('ONLINE')).toContain('chưa tải được ngay')
    for (const method of ['POST', 'ONLINE'] as const) expect(of(method)).toContain('chưa phải làm gì')
    expect(of('COUNTER')).not.toContain('chưa phải làm gì')
    for (const method of ['COUNTER', 'POST', 'ONLINE'] as const) {
      const inPart = noticeText('result_ready', { ...facts(method), beyondNetwork: 'Hai bên phải cùng có mặt.' }).paragraphs.join(' ')
      expect(inPart).toContain('Phần không làm qua mạng, nếu chưa làm: hai bên phải cùng có mặt.')
      expect(inPart).not.toContain('chưa phải làm gì')
    }
  })
})

describe('the mail that a dossier was sent', () => {
  const BRING = 'Hai bên nam, nữ phải cùng có mặt tại Trung tâm.'
  const said = (beyondNetwork: string | null) => noticeText('submitted', { ...facts('ONLINE'), beyondNetwork }).paragraphs.join(' ')

  it('says what the network does not do, where a procedure goes online only in part', () => {
    expect(said(BRING)).toContain(`Phần không làm qua mạng: ${BRING}`)
    expect(said(null)).not.toContain('không làm qua mạng')
  })
})
