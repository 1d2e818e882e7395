import { z } from 'zod'

/** Numbers in force: mobile ones have 10 digits, fixed ones 11 with the area code. */
const MOBILE = /^(?:03[2-9]|05[25689]|07[06-9]|08[1-9]|09[0-9])\d{7}$/
const FIXED = /^02\d{9}$/

/** A phone number as people write it: blanks, dots and +84 are forgiven; the answer is digits with a leading 0. */
export const Phone = z
  .string()
  .transform((text) => text.replace(/[\s.\-()]/g, '').replace(/^(?:\+|00)?84(?=\d{9,10}$)/, '0'))
  .superRefine((digits, ctx) => {
    if (MOBILE.test(digits) || FIXED.test(digits)) return
    ctx.addIssue({ code: 'custom', message: phoneFault(digits) })
  })

function phoneFault(digits: string): string {
  if (digits === '') return 'Nhập số điện thoại để Một cửa gọi khi cần'
  if (!/^\d+$/.test(digits)) return 'Số điện thoại chỉ gồm chữ số'
  if (!digits.startsWith('0')) return 'Số điện thoại bắt đầu bằng số 0'
  if (digits.length !== 10 && !digits.startsWith('02')) return `Số điện thoại có ${digits.length} chữ số, cần đủ 10`
  return 'Số điện thoại này không thuộc mạng nào. Kiểm tra lại từng chữ số'
}

/** An optional mail address; empty is null. */
export const Email = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : text))
  .pipe(z.email('Địa chỉ thư điện tử có dạng ten@vidu.vn').max(200, 'Địa chỉ thư điện tử dài quá 200 chữ').nullable())

/** "Số định danh cá nhân": 12 digits beginning with 0; it has no check digit (Luật Căn cước 2023, Điều 12). */
export const PersonalNumber = z
  .string()
  .transform((text) => text.replace(/[\s.]/g, ''))
  .pipe(z.string().regex(/^0\d{11}$/, 'Số định danh có 12 chữ số, bắt đầu bằng số 0'))

/** What the identity does not carry and the account is asked once: phone, mail, where the person lives. */
export const Contact = z.object({
  phone: Phone,
  email: Email,
  provinceCode: z.string().min(1, 'Chọn tỉnh hoặc thành phố'),
  wardCode: z.string().min(1, 'Chọn xã hoặc phường'),
  addressDetail: z.string().trim().min(1, 'Nhập số nhà, đường, thôn hoặc ấp').max(200, 'Địa chỉ dài quá 200 chữ'),
})
