import { z } from 'zod'
import { command } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import type { Secret } from '@/lib/identity/schema'
import { PersonalNumber } from '@/lib/people/schema'
import { eraseAccount, eraseAsPrincipal, eraseDossiers, eraseDrafts, eraseIntakes } from '../erasure'

const WRONG_NUMBER = 'Số định danh có 12 chữ số, bắt đầu bằng số 0'

/** `kept`: an open dossier, another commune or a draft still needs it. */
type AccountFate = 'erased' | 'kept' | 'none'

/**
 * The number comes as a function, like a password: the gate keeps a digest of what it is given, and twelve digits are found from a digest by
 * trying.
 */
const ErasePerson = z.object({
  personalNumber: z.custom<Secret>((value) => typeof value === 'function' && PersonalNumber.safeParse(value()).success, WRONG_NUMBER),
})

/**
 * Erases a person's data in the actor's commune at their request (Luật 91/2025/QH15; see ERASURE): name, contact, personal number, answers and
 * files of their closed dossiers, and their drafts; the account too once nothing needs it any more. Codes, events, days and sums stay, and the
 * chain stays whole. Answers what was erased and how many open dossiers were left alone. Also for the operator at the machine, who acts as the
 * system.
 */
export const erasePerson = command({
  name: 'dossier.erase_person',
  input: ErasePerson,
  allow: (actor) => (actor.kind === 'system' ? true : may(actor, 'person.erase')),
  run: async (writing, { personalNumber: typed }) => {
    const personalNumber = PersonalNumber.parse(typed())
    const personalNumberHash = hashPersonalNumber(personalNumber)
    // Locked first: a draft that is begun in this moment waits for the account, and then finds none.
    const accounts = await writing.db.$queryRaw<{ id: string }[]>`
      SELECT id FROM citizen WHERE "personalNumberHash" = ${personalNumberHash} ORDER BY id FOR UPDATE`
    const person = { personalNumber, personalNumberHash, citizenId: accounts[0]?.id ?? null }
    const dossiers = await eraseDossiers(writing, person)
    const asPrincipal = await eraseAsPrincipal(writing, person)
    let [drafts, erasedAccounts] = [await eraseIntakes(writing, person), 0]
    for (const { id: citizenId } of accounts) {
      drafts += await eraseDrafts(writing, { ...person, citizenId })
      erasedAccounts += Number(await eraseAccount(writing, { ...person, citizenId }))
    }
    const account: AccountFate = accounts.length === 0 ? 'none' : erasedAccounts === accounts.length ? 'erased' : 'kept'
    return { ...dossiers, asPrincipal, drafts, account, communeId: writing.actor.communeId }
  },
  about: (_input, _subject, { communeId, erased, open, drafts }) => ({
    kind: 'commune',
    id: String(communeId),
    detail: { erased, open, drafts },
  }),
})
