import { maskPersonalNumber } from '@/lib/people/rules'
import { Principal } from './receipt-facts'

/** An applicant as pages show one: own number and that of the authorising side masked already where they are read. */
export function maskedApplicant<A extends { personalNumber: string; principal: unknown }>({ personalNumber, principal, ...applicant }: A) {
  const side = principal === null ? null : Principal.parse(principal)
  return {
    ...applicant,
    maskedNumber: maskPersonalNumber(personalNumber),
    principal: side && { ...side, personalNumber: maskPersonalNumber(side.personalNumber) },
  }
}
