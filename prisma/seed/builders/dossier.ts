import type { z } from 'zod'
import type { Actor, StaffActor } from '@/lib/access/policy'
import { asChanges, EMPTY_LIFE_CYCLE, type LifeCycle, pausesIn } from '@/lib/dossiers/life-cycle'
import type { Step } from '@/lib/dossiers/move-rules'
import type { Principal } from '@/lib/dossiers/receipt-facts'
import { answerBy } from '@/lib/dossiers/consultation-rules'
import { moveFrom, ONLINE_CHANNELS } from '@/lib/dossiers/rules'
import { DECLARED } from '@/lib/dossiers/supplements'
import { answerDueAt, transition } from '@/lib/dossiers/transition'
import { localDateOf } from '@/lib/platform/local-date'
import { feesDue } from '@/lib/procedures/rules'
import type { Channel, ReturnMethod } from '@/prisma/generated/enums'
import type { SeedPerson } from './person'
import { staffFor, type SeedProcedure, type SeedStaff, type World } from './world'

export type BuiltStep = {
  step: string
  at: Date
  actorKind: 'citizen' | 'staff'
  actorId: string | null
  set: Partial<LifeCycle>
  note: string | null
}

/** A dossier brought to a stage by the table of moves; numbers, ids and chain come when it is inserted. */
export type BuiltDossier = {
  world: World
  procedure: SeedProcedure
  person: SeedPerson
  citizenId: string | null
  /** For whom it was filed, as its snapshot keeps it; null: for the person. */
  principal: SeedPrincipal | null
  /** Where the result is posted to; null: it is not. */
  returnAddress: string | null
  steps: BuiltStep[]
  now: LifeCycle
  receivedBy: SeedStaff | null
  handedOverBy: SeedStaff | null
  fees: { code: string; name: string; kind: 'FEE' | 'CHARGE'; amount: number; quantity: number }[]
  paid: boolean
  componentFile: boolean
  resultFile: boolean
  /** Supplement requests in their order, with what was asked of each component and by whom. */
  asked: {
    at: Date
    by: SeedStaff
    items: { position: number; name: string; reasonCode: string; reason: string }[]
    answeredAt: Date | null
    /** Given when it is inserted. */
    slipNumber: number
  }[]
  refused: { at: Date; by: SeedStaff; reason: string; slipNumber: number } | null
}

export type SeedPrincipal = z.infer<typeof Principal>

type Beginning = {
  procedure: SeedProcedure
  person: SeedPerson
  channel: Channel
  submittedAt: Date
  citizenId?: string | null
  returnMethod?: ReturnMethod
  principal?: SeedPrincipal | null
  componentFile?: boolean
  paid?: boolean
}

/** Steps of whoever works on it: who holds it, or nobody yet. */
const IN_HAND: readonly Step[] = ['take', 'propose', 'pass_on', 'give_back', 'ask_agency', 'ask_for_payment']

/** Steps that the applicant takes. */
const APPLICANTS: readonly Step[] = ['answer', 'withdraw', 'ask_to_withdraw', 'keep_going']

/** Steps of an undisturbed dossier in order, and who does each. */
const WAY: readonly Step[] = ['receive', 'forward', 'take', 'propose', 'approve', 'hand_over']

/** Whom a step gives the dossier to: an officer, or a department or agency as a whole. */
export type Named = { departmentCode: string; id: string | null }

export type DossierBuilder = {
  /** Takes the step at `at`, by the right member of staff or by the one named in `by`; `to` is whom a step names as the next to hold it. */
  step: (step: Step, at: Date, more?: { note?: string; by?: SeedStaff | undefined; to?: Named | undefined }) => DossierBuilder
  /** Attaches the result document, as a specialist does before proposing. */
  resultAttached: (at: Date) => DossierBuilder
  /** All ordinary steps up to and including `last`, each at the time that `when` gives. */
  upTo: (last: Step, when: (step: Step) => Date, resultFile?: boolean) => DossierBuilder
  built: () => BuiltDossier
}

/** A dossier just sent: `aDossier(world, {…}).upTo('take', when).built()`. `turn` spreads the work over the staff. */
export function aDossier(world: World, beginning: Beginning, turn = 0): DossierBuilder {
  const {
    procedure,
    person,
    channel,
    submittedAt,
    citizenId = null,
    returnMethod = 'COUNTER',
    principal = null,
    componentFile = true,
    paid = false,
  } = beginning
  const first = {
    channel,
    departmentCode: procedure.departmentCode,
    returnMethod,
    stage: 'submitted',
    holderKind: 'desk',
    holderDepartment: world.deskDepartment,
    holderStaffId: null,
    nextDueAt: answerDueAt(submittedAt, world.calendar),
    submittedAt,
    hasComponentFile: componentFile,
  } satisfies Partial<LifeCycle>
  const clerk = staffFor(world, { role: 'clerk', departmentCode: null, turn })
  const online = ONLINE_CHANNELS.includes(channel)
  const dossier: BuiltDossier = {
    world,
    procedure,
    person,
    citizenId,
    principal,
    returnAddress: returnMethod === 'POST' ? person.address : null,
    steps: [
      {
        step: 'submit',
        at: submittedAt,
        actorKind: online ? 'citizen' : 'staff',
        actorId: online ? citizenId : clerk.id,
        set: first,
        note: null,
      },
    ],
    now: { ...EMPTY_LIFE_CYCLE, ...first, code: '' },
    receivedBy: null,
    handedOverBy: null,
    fees: feesDue({
      rules: procedure.fees,
      channel: online ? 'ONLINE' : 'COUNTER',
      on: localDateOf(submittedAt),
      quantity: 1,
      conditions: [],
    }),
    paid,
    componentFile,
    resultFile: false,
    asked: [],
    refused: null,
  }
  /** `by` null: the applicant takes the step. */
  const take = (by: SeedStaff | null, step: Pick<BuiltStep, 'step' | 'at' | 'set' | 'note'>) => {
    dossier.now = { ...dossier.now, ...step.set }
    dossier.steps.push({ ...step, actorKind: by ? 'staff' : 'citizen', actorId: by ? by.id : citizenId })
  }
  const whoDoes = (step: Step): SeedStaff => {
    const { departmentCode } = procedure
    if (step === 'assign') return staffFor(world, { role: 'department_head', departmentCode })
    if (IN_HAND.includes(step) || (step === 'ask_for_more' && dossier.now.receivedAt))
      return world.staff.find(({ id }) => id === dossier.now.holderStaffId) ?? staffFor(world, { role: 'specialist', departmentCode, turn })
    if (step === 'agency_answer') return staffFor(world, { role: 'specialist', departmentCode: dossier.now.holderDepartment })
    if (step === 'stop' || step === 'extend') return staffFor(world, { role: 'leader', departmentCode: world.leadership, turn })
    if (step === 'issue' || step === 'return_to_signer') return staffFor(world, { role: 'registrar', departmentCode: null })
    if (step !== 'approve' && step !== 'send_back') return clerk
    return world.agencies.includes(departmentCode)
      ? staffFor(world, { role: 'department_head', departmentCode })
      : staffFor(world, { role: 'leader', departmentCode: world.leadership, turn })
  }
  const builder: DossierBuilder = {
    step: (step, at, { note, by, to } = {}) => {
      const isApplicants = APPLICANTS.includes(step)
      const staff = by ?? whoDoes(step)
      const set = transition(dossier.now, moveFrom(dossier.now.stage, step), {
        now: at,
        actor: asActor(world, staff),
        calendar: world.calendar,
        limit: { value: procedure.limitValue, unit: procedure.limitUnit },
        approverDepartment: world.agencies.includes(procedure.departmentCode) ? procedure.departmentCode : world.leadership,
        deskDepartment: world.deskDepartment,
        issuerDepartment: world.leadership,
        way: procedure.steps,
        pauses: pausesIn(dossier.steps.map((taken) => ({ at: taken.at, changes: asChanges(taken.set) }))),
        ...(step === 'propose' ? { outcome: 'GRANTED' as const } : {}),
        ...(to === undefined ? {} : { named: { departmentCode: to.departmentCode, staffId: to.id } }),
      })
      if (step === 'ask_agency') set.stepDueAt = answerBy(dossier.now, { now: at, days: AGENCY_DAYS, calendar: world.calendar })
      if (step === 'ask_for_more') dossier.asked.push({ at, by: staff, items: itemsAsked(procedure), answeredAt: null, slipNumber: 0 })
      const open = dossier.asked.at(-1)
      if (step === 'answer' && open) open.answeredAt = at
      if (step === 'refuse') dossier.refused = { at, by: staff, reason: note ?? REFUSED_BECAUSE, slipNumber: 0 }
      if (step === 'receive') dossier.receivedBy = staff
      if (step === 'hand_over') dossier.handedOverBy = staff
      take(isApplicants ? null : staff, { step, at, set, note: note ?? (step === 'refuse' ? REFUSED_BECAUSE : null) })
      return builder
    },
    resultAttached: (at) => {
      dossier.resultFile = true
      take(whoDoes('propose'), { step: 'attach_result', at, set: { hasResultFile: true }, note: null })
      return builder
    },
    upTo: (last, when, resultFile = true) => {
      for (const step of WAY.slice(0, WAY.indexOf(last) + 1)) {
        if (step === 'propose' && resultFile) builder.resultAttached(new Date(when('propose').getTime() - 60_000))
        builder.step(step, when(step))
        // Where the way has the registrar in it, number and seal follow the signature at once.
        if (dossier.now.stage === 'awaiting_issue') builder.step('issue', when(step))
      }
      return builder
    },
    built: () => dossier,
  }
  return builder
}

/** Working days that another agency is given in the demonstration. */
const AGENCY_DAYS = 3

const REFUSED_BECAUSE = 'Việc này không thuộc thẩm quyền của xã; đề nghị nộp tại cơ quan có thẩm quyền.'

/** What the demonstration asks for: the first paper that has to be there, again. */
const itemsAsked = ({ components }: SeedProcedure) => {
  const first = components.find(({ requirement }) => requirement === 'ALWAYS') ?? components[0]
  return first
    ? [{ position: first.position, name: first.name, reasonCode: 'unreadable', reason: 'Bản chụp mờ hoặc mất góc, không đọc được' }]
    : [{ ...DECLARED, reasonCode: 'mismatch', reason: 'Thông tin trong giấy tờ không khớp với nội dung đã khai' }]
}

/** The changes of each step as its event keeps them. */
export const changesOf = (step: BuiltStep) => asChanges(step.set)

const asActor = (world: World, staff: SeedStaff): Actor & StaffActor => ({
  kind: 'staff',
  communeId: world.commune.id,
  staffId: staff.id,
  sessionId: '',
  fullName: staff.fullName,
  position: staff.position,
  departmentCode: staff.departmentCode,
  roles: staff.roles,
})
