import { z } from 'zod'

/**
 * A password as the gate may carry it: the gate keeps a digest of what it was given, and the digest of a password could be guessed offline. A
 * function leaves no trace in it, nor in a log.
 */
export type Secret = () => string

export const Password = z.custom<Secret>((value) => typeof value === 'function' && value() !== '', 'Nhập mật khẩu')

/** A new password, typed twice because nobody sees what they type. */
export const NewPassword = z
  .object({ password: Password, again: z.custom<Secret>((value) => typeof value === 'function') })
  .refine(({ password, again }) => typeof password !== 'function' || password() === again(), {
    path: ['again'],
    message: 'Hai lần nhập chưa giống nhau. Nhập lại cả hai',
  })
