// Dossiers in an office of a test's own database, and the steps as its people take them.
import type { StaffActor } from '@/lib/access/policy'
import { attachResult } from '@/lib/dossiers/commands/attach-result'
import { handOverResult } from '@/lib/dossiers/commands/hand-over-result'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { receiveDossier } from '@/lib/dossiers/commands/receive-dossier'
import type { ConfirmedStep } from '@/lib/dossiers/schema'
import { newId, readClock } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/digest'
import type { Result } from '@/lib/platform/refusal'
import { dice } from '@/prisma/seed/builders/dice'
import { aDossier, type DossierBuilder } from '@/prisma/seed/builders/dossier'
import { aPerson, type SeedPerson } from '@/prisma/seed/builders/person'
import { procedureOf } from '@/prisma/seed/builders/world'
import { MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import type { Office } from '@/tests/support/office'

/** Đăng ký khai sinh: of Văn phòng, two papers that are always needed, two fees that are due only in some cases. */
export const BIRTH = '1.001193'
/** Đăng ký thường trú: of Công an xã, which approves its own. */
export const RESIDENCE = '1.004222'

const MINUTE = 60_000
let people = 0

type Wanted = {
  procedure?: string
  /** Minutes before now at which it was sent. */
  sent?: number
  person?: SeedPerson
  build?: (builder: DossierBuilder, at: (minutesAgo: number) => Date) => DossierBuilder
}

const minutesAgo = (minutes: number): Date => new Date(readClock().getTime() - minutes * MINUTE)

/** Inserts a dossier just sent, or brought further by `build`. Answers its code. */
export async function aDossierIn(
  office: Office,
  { procedure = MARITAL_STATUS, sent = 60, person, build = (builder) => builder }: Wanted = {},
): Promise<string> {
  const begun = aDossier(office.world, {
    procedure: procedureOf(office.world, procedure),
    person: person ?? aPerson(dice(7_000 + people), 900_000 + (people += 1)),
    channel: 'ONLINE',
    submittedAt: minutesAgo(sent),
  })
  const [code] = await office.insert(build(begun, minutesAgo).built())
  if (!code) throw new Error('The dossier has no code')
  return code
}

/** A dossier that its department has and nobody has taken. */
export const inDepartment = (office: Office, procedure = MARITAL_STATUS): Promise<string> =>
  aDossierIn(office, { procedure, build: (builder, at) => builder.step('receive', at(40)).step('forward', at(30)) })

/** A marital status paper that the specialist of these stories works on. */
export const inSpecialistsHand = (office: Office, person: SeedPerson): Promise<string> =>
  aDossierIn(office, {
    person,
    build: (builder, at) =>
      builder
        .step('receive', at(50))
        .step('forward', at(45))
        .step('take', at(40), { by: office.world.staff.find(({ userName }) => userName === 'thidiem.pham') }),
  })

/** The row of a dossier with its events, as it is now. */
export const rowOf = (office: Office, code: string) =>
  office.db.dossier.findUniqueOrThrow({
    where: { communeId_code: { communeId: office.world.commune.id, code } },
    include: {
      events: { orderBy: { seq: 'asc' }, include: { note: true } },
      components: true,
      feeLines: true,
      papers: true,
      handOver: true,
    },
  })

export const versionOf = async (office: Office, code: string): Promise<number> => (await rowOf(office, code)).version

/** Takes a step from the page as it is now, unless the page is older: `version`. */
export async function take(
  office: Office,
  actor: StaffActor,
  code: string,
  step: ConfirmedStep,
  more: { reason?: string; version?: number; requestId?: string; outcome?: string; form?: Readonly<Record<string, string>> } = {},
): Promise<Result<{ version: number }>> {
  const { requestId = newId(), version = await versionOf(office, code), reason, outcome = 'GRANTED' } = more
  return performStep(actor, requestId, { code, step, version, reason, ...(step === 'propose' ? { outcome } : {}), ...more.form })
}

/** The check of every component: what is needed is accepted, what is only shown left unchecked, the rest not needed; `but` says otherwise. */
export async function checksFor(office: Office, code: string, but: Readonly<Record<number, string>> = {}) {
  const { versionId } = await rowOf(office, code)
  const components = await office.db.procedureComponent.findMany({ where: { versionId }, orderBy: { position: 'asc' } })
  return components.map(({ position, requirement }) => ({
    position,
    check: but[position] ?? (requirement === 'ALWAYS' ? 'ACCEPTED' : requirement === 'PRESENTED' ? 'PENDING' : 'NOT_NEEDED'),
  }))
}

type Receiving = { checks?: Awaited<ReturnType<typeof checksFor>>; fees?: string[]; version?: number; requestId?: string }

export async function receive(office: Office, actor: StaffActor, code: string, more: Receiving = {}) {
  const { checks = await checksFor(office, code), fees = [], version = await versionOf(office, code), requestId = newId() } = more
  return receiveDossier(actor, requestId, { code, version, checks, fees })
}

export async function attach(office: Office, actor: StaffActor, code: string, more: { version?: number } = {}) {
  const id = newId()
  return attachResult(actor, newId(), {
    code,
    version: more.version ?? (await versionOf(office, code)),
    file: {
      id,
      fileName: 'ket-qua.pdf',
      mediaType: 'application/pdf',
      size: 1_000,
      pages: 1,
      sha256: sha256(id),
      storageKey: `1/${id.slice(-2)}/${id}`,
    },
  })
}

/** Hands over from the page as it is now: at the counter to the applicant, unless `more` says otherwise. */
export async function handOver(office: Office, actor: StaffActor, code: string, more: Readonly<Record<string, unknown>> = {}) {
  const version = more.version ?? (await versionOf(office, code))
  return handOverResult(actor, newId(), { method: 'COUNTER', isApplicant: 'yes', ...more, code, version })
}

/** From the counter on to the signed result, as these people take it there. */
export async function decide(office: Office, by: Record<'clerk' | 'specialist' | 'leader', StaffActor>, code: string): Promise<void> {
  valueOf(await take(office, by.clerk, code, 'forward'))
  valueOf(await take(office, by.specialist, code, 'take'))
  valueOf(await attach(office, by.specialist, code))
  valueOf(await take(office, by.specialist, code, 'propose'))
  valueOf(await take(office, by.leader, code, 'approve'))
}
