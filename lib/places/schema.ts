import { z } from 'zod'

const Line = (missing: string) => z.string().trim().min(1, missing).max(200, 'Dài quá 200 chữ')

/** What stands in a commune that was only just made until its administrator has told the rest. */
export const UNTOLD = { address: 'Chưa nhập địa chỉ', phone: '0000 000 000' } as const

/** What a commune says of itself on its pages and papers. */
export const CommuneFacts = z.object({
  name: Line('Nhập tên xã, ví dụ xã Tân Hoà'),
  placeName: Line('Nhập địa danh ghi trước ngày tháng trên giấy tờ'),
  parentAgency: Line('Nhập tên cơ quan chủ quản ở đầu giấy tờ'),
  centreName: Line('Nhập tên Trung tâm ở đầu giấy tờ'),
  agencyCode: z
    .string()
    .trim()
    .regex(/^[A-Z]\d{2}(?:\.\d{1,3}){1,3}$/, 'Mã cơ quan có dạng H61.123'),
  address: Line('Nhập địa chỉ Trung tâm'),
  phone: z
    .string()
    .trim()
    .regex(/^[\d ().+-]{8,20}$/, 'Nhập số điện thoại, chỉ gồm chữ số và dấu cách'),
  email: z.union([z.literal('').transform(() => null), z.email('Địa chỉ thư điện tử chưa đúng, ví dụ motcua@xa.gov.vn')]),
  provinceCode: z.union([z.literal('').transform(() => null), z.string().regex(/^\d{2}$/, 'Chọn tỉnh hoặc thành phố')]),
  host: z.union([
    z.literal('').transform(() => null),
    z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/, 'Tên miền chỉ gồm chữ thường, chữ số, dấu chấm, gạch'),
  ]),
})
