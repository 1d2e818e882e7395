/** What a hand scanner types from the code on a citizen's card. Pure. */

/** What the card tells that a dossier needs. */
export type Card = { personalNumber: string; fullName: string; birthDate: string | null; address: string }

/**
 * Reads the code of a citizen's card: number, former number, name, day of birth (ddmmyyyy), sex, address, day of issue, divided by strokes.
 * Null for anything else. The order is that of the cards in people's hands; no published text was at hand (unverified).
 */
export function readCard(scanned: string): Card | null {
  const [personalNumber = '', , fullName = '', born = '', , address = ''] = scanned.split('|').map((part) => part.trim())
  if (!/^0\d{11}$/.test(personalNumber) || fullName === '') return null
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(born) ?? []
  const isDay = year !== undefined && Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
  return { personalNumber, fullName, birthDate: isDay ? `${year}-${month}-${day}` : null, address }
}
