import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { lookUpOf } from './addresses'
import { CENTRE } from './letterhead'
import { committeeOf, type SlipSource } from './slip-facts'
import type { LockedDossier } from './store'

/** The papers and the request of a dossier as every slip needs them. `papers`: how many files were sent. */
export async function slipSource(writing: Writing, dossier: LockedDossier, number: number): Promise<SlipSource & { papers: number }> {
  const { db, actor, now } = writing
  const { communeId, id } = dossier
  const source = await db.dossier.findUniqueOrThrow({
    where: { communeId_id: { communeId, id } },
    select: {
      procedureCode: true,
      commune: { select: { ...CENTRE, host: true } },
      receivingCommune: { select: CENTRE },
      applicant: { select: { fullName: true, personalNumber: true, address: true, phone: true, email: true } },
      answer: { select: { request: true } },
      _count: { select: { documents: { where: { purpose: 'COMPONENT', supersededAt: null } } } },
    },
  })
  if (!source.applicant) throw new Error('The applicant of an open dossier is never deleted')
  return {
    // A slip that is handed out at the counter that received bears that counter's letterhead.
    commune: (actor.communeId === communeId ? null : source.receivingCommune) ?? source.commune,
    code: dossier.code,
    channel: dossier.channel,
    procedureCode: source.procedureCode,
    applicant: source.applicant,
    request: source.answer?.request ?? dossier.procedureVersion.name,
    number,
    at: now,
    officer: asStaff(actor).fullName,
    lookup: lookUpOf(source.commune, dossier.code),
    papers: source._count.documents,
  }
}

/** For which agency the one who acts signs: the leadership for the commune's committee, everybody else for their department. */
export async function signsFor({ db, actor }: Writing, { communeId }: LockedDossier): Promise<string> {
  const { kind, name, commune } = await db.department.findUniqueOrThrow({
    where: { communeId_code: { communeId, code: asStaff(actor).departmentCode } },
    select: { kind: true, name: true, commune: { select: { name: true } } },
  })
  return kind === 'LEADERSHIP' ? committeeOf(commune) : name
}
