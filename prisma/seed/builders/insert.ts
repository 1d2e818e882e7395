import type { Link } from '@/lib/audit/rules'
import { appendToChain } from '@/lib/audit/store'
import { storageKey } from '@/lib/documents/rules'
import { lookUpOf } from '@/lib/dossiers/addresses'
import { bookOnReceipt, receiptFacts } from '@/lib/dossiers/receipt-facts'
import { ONLINE_CHANNELS } from '@/lib/dossiers/rules'
import { CURRENT_TEMPLATE } from '@/lib/papers/rules'
import { FOR_WHOM } from '@/lib/procedures/e-form'
import { fold } from '@/lib/text/fold'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import { changesOf, type BuiltDossier } from './dossier'
import type { Dice } from './dice'
import { numberDossiers, type Numbered } from './numbers'
import { pathRowsOf } from './path-rows'
import { slipsOf } from './slips'
import type { SeedProcedure } from './world'

export type SampleFile = { size: number; sha256: string; pages: number; put: (key: string) => Promise<void> }

export type Insertion = {
  communeId: number
  dice: Dice
  hashPersonalNumber: (personalNumber: string) => string
  sample: SampleFile
}

const CHUNK = 500

/** Writes built dossiers with everything that hangs on them, their events chained in the order they happened. Answers their codes. */
export async function insertDossiers(db: PrismaClient, built: readonly BuiltDossier[], insertion: Insertion): Promise<string[]> {
  const { communeId } = insertion
  const numbered = await numberDossiers(db, communeId, built)
  const rows = numbered.map((dossier) => rowsOf(dossier, insertion))
  const many = async <T>(items: readonly T[], write: (chunk: T[]) => Promise<unknown>) => {
    for (let start = 0; start < items.length; start += CHUNK) await write(items.slice(start, start + CHUNK))
  }
  await many(
    rows.map((row) => row.dossier),
    (data) => db.dossier.createMany({ data }),
  )
  await many(
    rows.map((row) => row.applicant),
    (data) => db.dossierApplicant.createMany({ data }),
  )
  await many(
    rows.map((row) => row.answer),
    (data) => db.dossierAnswer.createMany({ data }),
  )
  await many(
    rows.flatMap((row) => row.components),
    (data) => db.dossierComponent.createMany({ data }),
  )
  await many(
    rows.flatMap((row) => row.documents),
    (data) => db.document.createMany({ data }),
  )
  await many(
    rows.flatMap((row) => row.payments),
    (data) => db.payment.createMany({ data }),
  )
  await many(
    rows.flatMap((row) => row.feeLines),
    (data) => db.feeLine.createMany({ data }),
  )
  await many(
    rows.flatMap((row) => row.papers),
    (data) => db.paper.createMany({ data }),
  )
  await many(
    rows.flatMap((row) => row.legs),
    (data) => db.agencyLeg.createMany({ data }),
  )
  await many(
    rows.flatMap((row) => row.requests),
    (data) => db.supplementRequest.createMany({ data }),
  )
  await many(
    rows.flatMap((row) => row.items),
    (data) => db.supplementItem.createMany({ data }),
  )
  await many(
    rows.flatMap((row) => row.handOvers),
    (data) => db.handOver.createMany({ data }),
  )
  for (const document of rows.flatMap((row) => row.documents)) await insertion.sample.put(document.storageKey)
  const links = rows.flatMap((row) => row.links).sort((a, b) => a.content.at.getTime() - b.content.at.getTime())
  await many(links, (chunk) => db.$transaction((tx) => appendToChain(tx, communeId, { links: chunk }), { timeout: 60_000 }))
  return numbered.map(({ code }) => code)
}

/** How the demonstration's clerks check: what must be there is, the rest is not the case or was not shown. */
const CHECKED = { ALWAYS: 'ACCEPTED', IF_APPLICABLE: 'NOT_NEEDED', PRESENTED: 'NOT_PRESENTED' } as const

function rowsOf(dossier: Numbered, { communeId, dice, hashPersonalNumber, sample }: Insertion) {
  const { world, procedure, person, now, code } = dossier
  const id = dice.idAt(now.submittedAt)
  const key = { communeId, dossierId: id }
  const file = ({ at, ...named }: { purpose: 'COMPONENT' | 'RESULT'; position: number | null; fileName: string; at: Date }) => {
    const documentId = dice.idAt(at)
    const { size, sha256, pages } = sample
    return {
      ...{ ...key, id: documentId, ...named, size, sha256, pages },
      mediaType: 'application/pdf',
      storageKey: storageKey(communeId, documentId),
      createdAt: at,
      createdBy: 'system:demo',
    } satisfies Prisma.DocumentCreateManyInput
  }
  // As people name what they have scanned: by the paper.
  const fileNameAt = (place: number, more = '') =>
    `${(procedure.components.find(({ position }) => position === place)?.key ?? `giay-to-${place}`).slice(0, 40).replace(/-$/, '')}${more}.pdf`
  const needed = procedure.components.filter((component) => component.requirement === 'ALWAYS')
  const filed = needed.length > 0 ? needed : procedure.components.slice(0, 1)
  const attachedAt = dossier.steps.find((step) => step.step === 'attach_result')?.at
  // A new file takes the place of the one that was asked for again.
  const answers = dossier.asked.flatMap(({ items, answeredAt }) =>
    answeredAt === null ? [] : items.flatMap(({ position }) => (position === 0 ? [] : [{ position, at: answeredAt }])),
  )
  const asked = dossier.asked.find(({ answeredAt }) => answeredAt === null)?.items ?? []
  const documents = [
    ...(dossier.componentFile
      ? filed.map(({ position }) => ({
          ...file({ purpose: 'COMPONENT', position, fileName: fileNameAt(position), at: now.submittedAt }),
          supersededAt: answers.find((answer) => answer.position === position)?.at ?? null,
        }))
      : []),
    ...answers.map(({ position, at }) => file({ purpose: 'COMPONENT', position, fileName: fileNameAt(position, '-bo-sung'), at })),
    ...(dossier.resultFile && attachedAt ? [file({ purpose: 'RESULT', position: null, fileName: 'ket-qua.pdf', at: attachedAt })] : []),
  ]
  const total = dossier.fees.reduce((sum, fee) => sum + fee.amount * fee.quantity, 0)
  const paidAt = now.receivedAt ?? now.submittedAt
  const paymentId = dossier.paid && total > 0 ? dice.idAt(paidAt) : null
  const { code: _code, ...columns } = now
  const { legs, obligations, stops } = pathRowsOf(dossier, key, dice)
  const { slips, requests, items } = slipsOf(dossier, key, { dice, papers: documents.length })
  return {
    dossier: {
      ...columns,
      ...{ communeId, id, code },
      procedureCode: procedure.procedureCode,
      versionId: procedure.id,
      fieldCode: procedure.procedure.fieldCode,
      competentAgencyCode: world.commune.agencyCode,
      citizenId: dossier.citizenId,
      version: dossier.steps.length,
    },
    applicant: {
      ...key,
      fullName: person.fullName,
      foldedName: fold(person.fullName),
      personalNumber: person.personalNumber,
      personalNumberHash: hashPersonalNumber(person.personalNumber),
      birthDate: new Date(person.birthDate),
      phone: person.phone,
      email: person.email,
      address: person.address,
      returnAddress: dossier.returnAddress,
      ...(dossier.principal ? { principal: dossier.principal } : {}),
    },
    answer: { ...key, formId: procedure.formId, values: answersOf(procedure), request: procedure.name },
    components: procedure.components.map(({ position, requirement, originals, copies }) => {
      const fault = asked.find((item) => item.position === position)?.reason ?? null
      const isShown = requirement === 'PRESENTED' && now.channel === 'COUNTER'
      const isLacking = requirement === 'PRESENTED' && !isShown
      return {
        ...key,
        position,
        applies: requirement === 'IF_APPLICABLE' ? false : null,
        // What came over the counter came on paper, as many sheets as the procedure asks for.
        ...(requirement === 'ALWAYS' && !ONLINE_CHANNELS.includes(now.channel) ? { originals, copies } : {}),
        ...(isShown ? { shown: true } : {}),
        check:
          fault !== null
            ? ('INADEQUATE' as const)
            : now.receivedAt === null
              ? ('PENDING' as const)
              : isShown
                ? ('ACCEPTED' as const)
                : CHECKED[requirement],
        note: fault,
        checkedBy: isLacking ? null : (dossier.receivedBy?.id ?? null),
        checkedAt: isLacking ? null : now.receivedAt,
      }
    }),
    documents,
    feeLines: [
      ...dossier.fees.map((fee) => ({ ...key, id: dice.idAt(now.submittedAt), ...fee, createdAt: now.submittedAt, paymentId })),
      ...obligations,
    ],
    payments: paymentId
      ? [
          {
            ...key,
            id: paymentId,
            method: 'ONLINE' as const,
            amount: total,
            status: 'PAID' as const,
            reference: `DEMO-${code}`,
            paidAt,
            // Nobody has worked on it, so what was paid for it goes back.
            refundDueAt: now.stage === 'refused' || now.stage === 'withdrawn' ? now.closedAt : null,
            createdAt: paidAt,
          },
        ]
      : [],
    papers: [...papersOf(dossier, { dossierId: id, filed }, dice), ...slips, ...stops],
    legs,
    requests,
    items,
    handOvers:
      now.returnedAt && dossier.handedOverBy
        ? [
            {
              ...key,
              method: now.returnMethod,
              ...(now.returnMethod === 'COUNTER' ? { receiverName: person.fullName, isApplicant: true } : {}),
              at: now.returnedAt,
              byStaffId: dossier.handedOverBy.id,
            },
          ]
        : [],
    links: dossier.steps.map((step, index): Link => ({
      kind: 'event',
      note: step.note,
      content: {
        dossierId: id,
        seq: index + 1,
        at: step.at,
        step: step.step,
        actorKind: step.actorKind,
        actorId: step.actorId,
        changes: changesOf(step),
        contentHash: null,
      },
    })),
  }
}

/** What the generic form was answered with: one copy where copies are the result, none beside a result that has a first one. */
const answersOf = ({ name, fees }: SeedProcedure) => ({
  request: name,
  for_whom: FOR_WHOM.me,
  copy_count: fees.some(({ per, condition }) => per === 'COPY' && condition === null) ? 1 : null,
})

/** The receipt of a received dossier, with the facts the counter would have kept. */
function papersOf(
  dossier: Numbered,
  { dossierId, filed }: { dossierId: string; filed: readonly { name: string; originals: number; copies: number }[] },
  dice: Dice,
): Prisma.PaperCreateManyInput[] {
  const { world, procedure, person, now, code, receiptNumber, receivedBy } = dossier
  if (!now.receivedAt || !now.dueAt || !receivedBy || receiptNumber === null || now.registerYear === null || now.registerNumber === null)
    return []
  const onlyShown = procedure.components.flatMap(({ name, requirement }) => (requirement === 'PRESENTED' ? [name] : []))
  const facts = receiptFacts({
    commune: world.commune,
    code,
    channel: now.channel,
    returnMethod: now.returnMethod,
    returnAddress: dossier.returnAddress,
    procedureCode: procedure.procedureCode,
    limit: { value: procedure.limitValue, unit: procedure.limitUnit },
    applicant: { ...person, principal: dossier.principal },
    request: procedure.name,
    filed: filed.map((component) => ({ ...component, electronic: dossier.componentFile && ONLINE_CHANNELS.includes(now.channel) })),
    // Who stands at the counter shows what is only shown; who has filed online brings it when the result is fetched.
    presented: now.channel === 'COUNTER' ? onlyShown : [],
    toPresent: now.channel === 'COUNTER' ? [] : onlyShown,
    feeLines: dossier.fees,
    paidBy: dossier.paid ? 'ONLINE' : null,
    calendar: world.calendar,
    receivedAt: now.receivedAt,
    dueAt: now.firstDueAt ?? now.dueAt,
    number: receiptNumber,
    book: bookOnReceipt({ year: now.registerYear, ordinal: now.registerNumber }, procedure.procedure.field.mark),
    receiver: receivedBy.fullName,
    lookup: lookUpOf(world.commune, code),
  })
  return [
    {
      communeId: world.commune.id,
      bookCommuneId: world.commune.id,
      id: dice.idAt(now.receivedAt),
      dossierId,
      kind: 'RECEIPT',
      number: receiptNumber,
      year: now.registerYear,
      templateVersion: CURRENT_TEMPLATE.RECEIPT,
      facts,
      issuedAt: now.receivedAt,
      issuedBy: receivedBy.id,
    },
  ]
}
