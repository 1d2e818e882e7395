import { hash, verify } from '@node-rs/argon2'

/** argon2id with the same costs as every stored hash, of a password that nobody knows. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$X08Y9trnJJ7n6VMaLhz02w$CCeaxZPWYDbgChmw3BKogBWr8g3pBe5XwZ496zPX3wE'

/** Longer ones are nobody's; hashing a megabyte would only keep a core busy. */
const LONGEST = 200

/**
 * Whether the password is the account's. `passwordHash` is null when there is no such account: the same work is done then, so that the time of
 * the answer does not tell which names exist.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const usable = password.length <= LONGEST
  const fits = await verify(passwordHash ?? NOBODYS, usable ? password : '')
  return fits && usable && passwordHash !== null
}

/** The hash to store of a password; argon2id with the library's costs, which are those of every stored hash. */
export const hashPassword = (password: string): Promise<string> => hash(password)
