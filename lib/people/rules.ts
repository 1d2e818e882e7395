/** "086•••••0012": enough to tell one's own number, not enough to use it. */
export const maskPersonalNumber = (personalNumber: string): string =>
  personalNumber.length < 8
    ? '•'.repeat(personalNumber.length)
    : `${personalNumber.slice(0, 3)}${'•'.repeat(personalNumber.length - 7)}${personalNumber.slice(-4)}`

/** One line: "Số 12, ấp Mẫu, xã Tân Hoà, tỉnh Vĩnh Long"; parts that are not known are left out. */
export const addressWords = (...parts: (string | null | undefined)[]): string => parts.filter((part) => part).join(', ')

/** "0900 000 123": digits in the groups in which people read them out. */
export const phoneWords = (digits: string): string => digits.replace(/^(\d{4})(\d{3})(\d{3,4})$/, '$1 $2 $3')
