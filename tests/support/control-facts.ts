import type { ControlFacts } from '@/lib/papers/schema'
import { receiptFacts } from './receipt-facts'

export type ControlRow = ControlFacts['rows'][number]

/** A hand-over from the desk to a department, in time. */
export const controlRow = (change: Partial<ControlRow> = {}): ControlRow => ({
  from: { place: 'Trung tâm Phục vụ hành chính công', officer: 'Lê Thị Ví Dụ' },
  to: { place: 'Văn phòng HĐND và UBND', officer: 'Phạm Văn Thí Điểm', at: '2026-11-20T09:40:00+07:00' },
  at: '2026-11-20T09:15:00+07:00',
  act: 'Chuyển phòng',
  dueAt: '2026-11-20T14:00:00+07:00',
  result: 'on_time',
  lateMinutes: 0,
  clock: null,
  newDueAt: null,
  ...change,
})

/** Phiếu kiểm soát of a dossier that another agency had, late, and that has ended. */
export function controlFacts(change: Partial<ControlFacts> = {}): ControlFacts {
  const { letterhead, dossierCode, centre, lookup } = receiptFacts()
  return {
    ...{ letterhead, dossierCode, centre, lookup },
    number: 12,
    issuedAt: '2026-11-27T16:20:00+07:00',
    agency: 'Văn phòng HĐND và UBND',
    helpers: ['Công an xã'],
    receivedAt: '2026-11-20T08:15:42+07:00',
    firstDueAt: '2026-11-26T17:00:00+07:00',
    dueAt: '2026-11-26T17:00:00+07:00',
    appointmentAt: '2026-11-26T17:00:00+07:00',
    rows: [
      controlRow(),
      controlRow({
        from: { place: 'Văn phòng HĐND và UBND', officer: 'Phạm Văn Thí Điểm' },
        to: { place: 'Công an xã', officer: null, at: null },
        at: '2026-11-23T10:30:00+07:00',
        act: 'Chuyển cơ quan phối hợp',
        dueAt: '2026-11-25T17:00:00+07:00',
        result: 'early',
      }),
      controlRow({
        from: { place: 'Công an xã', officer: null },
        to: { place: 'Văn phòng HĐND và UBND', officer: 'Phạm Văn Thí Điểm', at: null },
        at: '2026-11-26T09:30:00+07:00',
        act: 'Cơ quan phối hợp trả lời',
        dueAt: '2026-11-25T17:00:00+07:00',
        result: 'late',
        lateMinutes: 150,
      }),
    ],
    ended: { act: 'Trả kết quả', at: '2026-11-27T16:20:00+07:00' },
    ...change,
  }
}
