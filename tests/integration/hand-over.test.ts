import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { handOverIn } from '@/app/(staff)/can-bo/ho-so/[code]/[buoc]/hand-over-form'
import { handedOverTo } from '@/lib/dossiers/hand-over-words'
import { ReceiptFacts } from '@/lib/papers/schema'
import { valueOf } from '@/tests/support/filing'
import { aDossierIn, checksFor, handOver, receive, rowOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

let office: Office
let clerk: StaffActor

beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
}, 120_000)
afterAll(() => office.close())

const PERSON = {
  fullName: 'Nguyễn Văn Tập Dượt',
  personalNumber: '086088777001',
  birthDate: '1988-02-03',
  phone: '0900777001',
  email: 'tapduot@vidu.example',
  address: 'Số 1, ấp Mẫu, xã Tân Hoà',
}

/** A dossier with a result that waits to be handed over. */
const finished = () =>
  aDossierIn(office, {
    sent: 600,
    person: PERSON,
    build: (builder, at) => {
      let minute = 500
      return builder.upTo('approve', () => at((minute -= 10)))
    },
  })

const checkOf = async (code: string, position: number) => (await rowOf(office, code)).components.find((one) => one.position === position)

describe('a paper that is only shown', () => {
  // Of the marital status: 5 is the identity paper, 6 the proof of residence.
  it('was not shown when nobody said so at receipt: no judgement, no judge, and the receipt says to bring it', async () => {
    const code = await aDossierIn(office)
    valueOf(await receive(office, clerk, code, { checks: await checksFor(office, code, { 5: 'ACCEPTED' }) }))
    expect(await checkOf(code, 6)).toMatchObject({ check: 'NOT_PRESENTED', checkedBy: null, checkedAt: null })
    expect(await checkOf(code, 5)).toMatchObject({ check: 'ACCEPTED', checkedBy: clerk.staffId })
    const { toPresent } = ReceiptFacts.parse((await rowOf(office, code)).papers[0]?.facts)
    expect(toPresent).toContain('Giấy tờ chứng minh cư trú')
    expect(toPresent).not.toContain('Giấy tờ tùy thân')
  })

  it('is recorded as seen by whoever sees it at the hand-over, and stays as it was otherwise', async () => {
    const code = await finished()
    valueOf(await handOver(office, clerk, code, handOverIn({ method: 'COUNTER', isApplicant: 'yes', 'seen-5': 'yes' })))
    expect(await checkOf(code, 5)).toMatchObject({ check: 'ACCEPTED', checkedBy: clerk.staffId })
    expect(await checkOf(code, 6)).toMatchObject({ check: 'NOT_PRESENTED', checkedBy: null })
  })

  it('is the only kind that can be left for later', async () => {
    const code = await aDossierIn(office)
    const no = await receive(office, clerk, code, { checks: await checksFor(office, code, { 1: 'NOT_PRESENTED' }) })
    expect(no).toMatchObject({ ok: false, code: 'components_unchecked', fields: { 'check-1': expect.stringContaining('phải nộp') } })
  })
})

describe('a result', () => {
  const noticeOf = (code: string) => office.db.notification.findFirstOrThrow({ where: { dossier: { code }, event: 'handed_over' } })

  it('that is posted has been sent and nobody has received it, in the row and in the mail', async () => {
    const code = await finished()
    // The receiver's boxes may come along from a browser that cannot hide them.
    const posted = { method: 'POST', isApplicant: 'no', receiverName: 'Trần Văn Thừa', trackingNumber: 'EE123456789VN', 'seen-5': 'yes' }
    valueOf(await handOver(office, clerk, code, handOverIn(posted)))
    const { handOver: kept } = await rowOf(office, code)
    expect(kept).toMatchObject({ method: 'POST', receiverName: null, isApplicant: null, trackingNumber: 'EE123456789VN' })
    expect(kept && handedOverTo(kept)).toBe('gửi qua bưu chính, mã bưu gửi EE123456789VN')
    expect(await checkOf(code, 5)).toMatchObject({ check: 'NOT_PRESENTED' })
    const { subject, body } = await noticeOf(code)
    expect(subject).toBe(`Đã gửi qua bưu chính kết quả hồ sơ ${code}`)
    expect(body).toContain('đã được gửi qua bưu chính.')
    expect(body).toContain('Mã bưu gửi: EE123456789VN')
    expect(body).not.toMatch(/đã được trả|Đã trả/)
  })

  it('that is electronic can be downloaded, and the mail says so', async () => {
    const code = await finished()
    valueOf(await handOver(office, clerk, code, handOverIn({ method: 'ONLINE' })))
    expect((await rowOf(office, code)).handOver).toMatchObject({ method: 'ONLINE', receiverName: null, trackingNumber: null })
    expect(await noticeOf(code)).toMatchObject({ subject: `Kết quả hồ sơ ${code} đã tải về được` })
  })

  it('that is given at the counter needs the one who takes it', async () => {
    const code = await finished()
    const fields = async (form: Record<string, string>) => {
      const no = await handOver(office, clerk, code, handOverIn({ method: 'COUNTER', ...form }))
      return no.ok ? null : Object.keys(no.fields)
    }
    expect(await fields({})).toEqual(['isApplicant'])
    expect(await fields({ isApplicant: 'no' })).toEqual(['receiverName'])
    expect(await fields({ isApplicant: 'yes' })).toBeNull()
    expect((await rowOf(office, code)).handOver).toMatchObject({ receiverName: PERSON.fullName, isApplicant: true })
  })
})
