import { registerKind } from '@/lib/dossiers/register/rules'
import { dossierCode } from '@/lib/dossiers/rules'
import { localDateOf } from '@/lib/platform/local-date'
import type { PrismaClient } from '@/prisma/generated/client'
import type { BuiltDossier, BuiltStep } from './dossier'
import { STOPPING } from './path-rows'

export type Numbered = BuiltDossier & { code: string; receiptNumber: number | null; stopNumber: number | null }

/** Number books as they stand, and as the new dossiers leave them. */
class Books {
  private readonly last = new Map<string, { kind: string; period: string; last: number }>()

  constructor(rows: readonly { kind: string; period: string; last: number }[]) {
    for (const row of rows) this.last.set(`${row.kind}|${row.period}`, { ...row })
  }

  next(kind: string, period: string): number {
    const key = `${kind}|${period}`
    const book = this.last.get(key) ?? { kind, period, last: 0 }
    book.last += 1
    this.last.set(key, book)
    return book.last
  }

  rows = () => [...this.last.values()]
}

/**
 * Gives built dossiers their codes in the order they were sent and their register and receipt numbers in the order they were
 * received, as the office would have, and keeps the number books.
 */
export async function numberDossiers(db: PrismaClient, communeId: number, built: readonly BuiltDossier[]): Promise<Numbered[]> {
  const books = new Books(await db.numberBook.findMany({ where: { communeId }, select: { kind: true, period: true, last: true } }))
  const byTime = (at: (dossier: BuiltDossier) => Date | null) =>
    [...built].sort((a, b) => (at(a)?.getTime() ?? Infinity) - (at(b)?.getTime() ?? Infinity))
  const codes = new Map<BuiltDossier, string>()
  for (const dossier of byTime(({ now }) => now.submittedAt)) {
    const day = localDateOf(dossier.now.submittedAt)
    const period = day.slice(2).replaceAll('-', '')
    const code = dossierCode(dossier.world.commune.agencyCode, day, books.next('CODE', period))
    codes.set(dossier, code)
    setIn(dossier, 'submit', { code })
  }
  const receipts = new Map<BuiltDossier, number>()
  for (const dossier of byTime(({ now }) => now.receivedAt)) {
    if (!dossier.now.receivedAt) continue
    const year = localDateOf(dossier.now.receivedAt).slice(0, 4)
    const registerNumber = books.next(registerKind(dossier.procedure.procedure.fieldCode), year)
    setIn(dossier, 'receive', { registerYear: Number(year), registerNumber })
    receipts.set(dossier, books.next('RECEIPT', year))
  }
  const asked = built.flatMap((dossier) => dossier.asked).sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const request of asked) request.slipNumber = books.next('SUPPLEMENT', localDateOf(request.at).slice(0, 4))
  const refused = built.flatMap((dossier) => dossier.refused ?? []).sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const refusal of refused) refusal.slipNumber = books.next('REFUSAL', localDateOf(refusal.at).slice(0, 4))
  const stopped = built.flatMap((dossier) => dossier.steps.flatMap(({ step, at }) => (STOPPING.includes(step) ? [{ dossier, at }] : [])))
  const stops = new Map(
    stopped
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ dossier, at }) => [dossier, books.next('STOP', localDateOf(at).slice(0, 4))]),
  )
  await numberResults(db, communeId, built)
  for (const { kind, period, last } of books.rows())
    await db.numberBook.upsert({
      where: { communeId_kind_period: { communeId, kind, period } },
      create: { communeId, kind, period, last },
      update: { last },
    })
  return built.map((dossier) => ({
    ...dossier,
    code: codes.get(dossier) ?? '',
    receiptNumber: receipts.get(dossier) ?? null,
    stopNumber: stops.get(dossier) ?? null,
  }))
}

/** What the registrar has given numbers to, each its own: the book of decisions is none of the portal's, so it goes on from what dossiers carry. */
async function numberResults(db: PrismaClient, communeId: number, built: readonly BuiltDossier[]): Promise<void> {
  const given = await db.dossier.findMany({ where: { communeId, resultNumber: { not: null } }, select: { resultNumber: true } })
  let last = Math.max(0, ...given.map(({ resultNumber }) => Number.parseInt(resultNumber ?? '', 10) || 0))
  const issuedAt = ({ steps }: BuiltDossier) => steps.find(({ step }) => step === 'issue')?.at
  const issued = built.flatMap((dossier) => {
    const at = issuedAt(dossier)
    return at ? [{ dossier, at }] : []
  })
  for (const { dossier } of issued.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    setIn(dossier, 'issue', { resultNumber: `${(last += 1)}/QĐ-UBND` })
}

function setIn(dossier: BuiltDossier, name: string, set: BuiltStep['set']): void {
  const step = dossier.steps.find((candidate) => candidate.step === name)
  if (!step) throw new Error(`The dossier has no step ${name}`)
  step.set = { ...step.set, ...set }
  dossier.now = { ...dossier.now, ...set }
}
