import { lookUpOf } from '@/lib/dossiers/addresses'
import { refusalFacts, type SlipSource, supplementFacts } from '@/lib/dossiers/slip-facts'
import { localDateOf } from '@/lib/platform/local-date'
import { CURRENT_TEMPLATE } from '@/lib/papers/rules'
import type { Prisma } from '@/prisma/generated/client'
import type { Dice } from './dice'
import type { Numbered } from './numbers'

type Key = { communeId: number; dossierId: string }

/** The slips of a dossier (Mẫu 02, Mẫu 03) and its supplement requests, as the desk would have kept them. `papers`: how many files were sent. */
export function slipsOf(dossier: Numbered, key: Key, { dice, papers }: { dice: Dice; papers: number }) {
  const { asked, refused, now } = dossier
  const requests = asked.map((request, index) => ({ ...request, number: index + 1, paperId: dice.idAt(request.at) }))
  const row = (kind: 'SUPPLEMENT' | 'REFUSAL', source: SlipSource, by: string) => ({
    communeId: key.communeId,
    bookCommuneId: key.communeId,
    dossierId: key.dossierId,
    kind,
    number: source.number,
    year: Number(localDateOf(source.at).slice(0, 4)),
    templateVersion: CURRENT_TEMPLATE[kind],
    issuedAt: source.at,
    issuedBy: by,
  })
  const slips: Prisma.PaperCreateManyInput[] = requests.map(({ at, by, slipNumber, items, paperId }) => {
    const source = sourceOf(dossier, { number: slipNumber, at, officer: by.fullName })
    return { ...row('SUPPLEMENT', source, by.id), id: paperId, facts: supplementFacts(source, items) }
  })
  if (refused) {
    const { at, by, reason, slipNumber } = refused
    const source = sourceOf(dossier, { number: slipNumber, at, officer: by.fullName })
    slips.push({
      ...row('REFUSAL', source, by.id),
      id: dice.idAt(at),
      facts: refusalFacts(source, { reason, submittedAt: now.submittedAt, papers }),
    })
  }
  return {
    slips,
    requests: requests.map(({ number, at, by, paperId, answeredAt }) => ({
      ...key,
      ...{ number, askedAt: at, askedBy: by.id, paperId, answeredAt },
      answeredBy: answeredAt === null ? null : `citizen:${dossier.citizenId ?? ''}`,
    })),
    items: requests.flatMap(({ number, items }) =>
      items.map(({ position, reasonCode, reason }) => ({ ...key, number, position, reasonCode, reason })),
    ),
  }
}

/** What every slip of a built dossier is filled from. */
export function sourceOf(
  { world, procedure, person, now, code }: Numbered,
  issued: Pick<SlipSource, 'number' | 'at' | 'officer'>,
): SlipSource {
  return {
    ...issued,
    commune: world.commune,
    code,
    channel: now.channel,
    procedureCode: procedure.procedureCode,
    applicant: person,
    request: procedure.name,
    lookup: lookUpOf(world.commune, code),
  }
}
