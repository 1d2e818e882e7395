import { z } from 'zod'

/** A login name as it is stored: small letters, so that a telephone's capital at the start does no harm. */
export const UserName = z
  .string()
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(z.string().min(1, 'Nhập tên đăng nhập đơn vị đã cấp').max(100, 'Tên đăng nhập dài quá 100 chữ'))
