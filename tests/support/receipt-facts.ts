import type { ReceiptFacts } from '@/lib/papers/schema'

/** The receipt of an ordinary online dossier. */
export function receiptFacts(change: Partial<ReceiptFacts> = {}): ReceiptFacts {
  return {
    letterhead: { parentAgency: 'Ủy ban nhân dân xã Tân Hoà', unit: 'Trung tâm Phục vụ hành chính công', place: 'Tân Hoà' },
    number: 412,
    issuedAt: '2026-11-20T08:15:42+07:00',
    dossierCode: 'H61.123-261119-0014',
    centre: 'xã Tân Hoà',
    applicant: {
      kind: 'person',
      name: 'Nguyễn Thị Minh Họa',
      identifier: '086194000012',
      address: 'Số 12, ấp Mẫu, xã Tân Hoà',
      phone: '0900 000 123',
      email: 'minhhoa@vidu.example',
    },
    authorising: null,
    request: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    procedureCode: '1.004873',
    components: [
      { name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', originals: 0, certified: 0, photocopies: 0, electronic: true },
      { name: 'Giấy xác nhận đã cấp trước đó', originals: 0, certified: 0, photocopies: 0, electronic: true },
    ],
    presented: [],
    toPresent: [],
    sets: 1,
    limit: { value: 3, unit: 'WORKING_DAY' },
    receivedAt: '2026-11-20T08:15:42+07:00',
    dueAt: '2026-11-26T17:00:00+07:00',
    dueBecause: 'ngày nhận không tính; không tính thứ Bảy 21, Chủ nhật 22 và thứ Ba 24/11 (Ngày Văn hóa Việt Nam)',
    fees: [{ name: 'Lệ phí', amount: 5_000, quantity: 1 }],
    payment: 'paid_online',
    resultAt: 'Quầy Một cửa xã Tân Hoà; bản điện tử tại “Hồ sơ của tôi”',
    book: { volume: '01/2026-HT', ordinal: 412 },
    submitter: { name: 'Nguyễn Thị Minh Họa', confirmed: 'Nộp trực tuyến, xác thực bằng VNeID mức 2' },
    receiver: {
      name: 'Lê Thị Ví Dụ',
      signature: { kind: 'recorded', agency: 'Trung tâm PVHCC xã Tân Hoà', at: '2026-11-20T08:15:42+07:00' },
    },
    lookup: {
      qr: 'https://mot-cua.tanhoa.example/tra-cuu?ma=H61.123-261119-0014',
      page: 'mot-cua.tanhoa.example/tra-cuu',
      phone: '0270 000 0123',
    },
    ...change,
  }
}
