import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A generated person with an account at the stand-in. `birthDate` is `YYYY-MM-DD`, `level` the identity level. */
export const Citizen = z.object({
  sub: z.string().min(1),
  personalNumber: z.string().regex(/^\d{12}$/),
  fullName: z.string().min(1),
  birthDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  gender: z.enum(['Nam', 'Nữ']),
  level: z.union([z.literal(1), z.literal(2)]),
})

export type Citizen = z.infer<typeof Citizen>

const DEMO_CITIZENS = new URL('../../prisma/seed/data/demo-citizens.json', import.meta.url)

/** The generated persons of the demonstration, the same rows that the seed stores. Throws when the file is broken. */
export function readDemoCitizens(): Citizen[] {
  return z
    .array(Citizen)
    .min(1)
    .parse(JSON.parse(readFileSync(DEMO_CITIZENS, 'utf8')))
}

/** Those who have an account, found by account or by personal number. */
export class Accounts {
  readonly #bySub = new Map<string, Citizen>()

  constructor(citizens: readonly Citizen[]) {
    for (const citizen of citizens) this.add(citizen)
  }

  add(citizen: Citizen): void {
    this.#bySub.set(citizen.sub, citizen)
  }

  all(): Citizen[] {
    return [...this.#bySub.values()]
  }

  bySub(sub: string): Citizen | undefined {
    return this.#bySub.get(sub)
  }

  byPersonalNumber(personalNumber: string): Citizen | undefined {
    return this.all().find((citizen) => citizen.personalNumber === personalNumber)
  }
}

/** `1990-05-02` as people in Viet Nam write it: `02/05/1990`. */
export function dayMonthYear(isoDate: string): string {
  return isoDate.split('-').reverse().join('/')
}
