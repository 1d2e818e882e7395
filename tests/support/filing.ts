// Citizens who file, and a draft brought to any point of the way by the same commands that the pages call.
import type { CitizenActor } from '@/lib/access/policy'
import { saveDraftPapers } from '@/lib/dossiers/commands/draft-files'
import { saveDraftPart, startDraft } from '@/lib/dossiers/commands/draft'
import { newId, readClock } from '@/lib/platform/clock'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { sha256 } from '@/lib/platform/digest'
import type { Result } from '@/lib/platform/refusal'
import type { PrismaClient } from '@/prisma/generated/client'

/** Cấp Giấy xác nhận tình trạng hôn nhân: of Văn phòng, a fee that is always due, one component always, two if applicable, two presented. */
export const MARITAL_STATUS = '1.004873'
/** Chứng thực bản sao từ bản chính: only at the counter. */
export const CERTIFIED_COPY = '2.000815'

/** The value of a result that a test expects to be good. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.fields)} ${JSON.stringify(result.detail)}`)
  return result.value
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.code)

/** A citizen with an account; without `contact` the office has never asked for phone and address. */
export async function aCitizen(db: PrismaClient, { level = 2, contact = true, communeId = 1 } = {}): Promise<CitizenActor> {
  const id = newId()
  const now = readClock()
  const personalNumber = `0${parseInt(sha256(id).slice(0, 10), 16).toString().padStart(11, '0').slice(-11)}`
  const personalNumberHash = hashPersonalNumber(personalNumber)
  const fullName = 'Nguyễn Thị Minh Họa'
  const known = {
    phone: '0900000123',
    email: 'minhhoa@vidu.example',
    provinceCode: '86',
    wardCode: await aWard(db),
    addressDetail: 'Số 12, ấp Mẫu',
  }
  await db.citizen.create({
    data: {
      id,
      issuer: 'https://dinh-danh.vidu.example',
      sub: id,
      fullName,
      personalNumber,
      personalNumberHash,
      level,
      createdAt: now,
      updatedAt: now,
      ...(contact ? known : {}),
    },
  })
  return { kind: 'citizen', communeId, citizenId: id, sessionId: newId(), fullName, personalNumberHash, level }
}

/** A ward of Vĩnh Long. */
export async function aWard(db: PrismaClient): Promise<string> {
  const ward = await db.ward.findFirstOrThrow({ where: { provinceCode: '86' }, orderBy: { code: 'asc' }, select: { code: true } })
  return ward.code
}

/** A file as the upload route hands it to the command. */
export const aFile = (position: number, content = newId()) => ({
  id: newId(),
  position,
  fileName: 'to-khai.pdf',
  mediaType: 'application/pdf' as const,
  size: 412_000,
  pages: 2,
  sha256: sha256(content),
})

const part = (actor: CitizenActor, draftId: string, name: 'applicant' | 'content' | 'return', fields: Record<string, string>) =>
  saveDraftPart(actor, newId(), { draftId, part: name, then: 'next', fields })

export const fillApplicant = (actor: CitizenActor, draftId: string, fields: Record<string, string> = { filedBy: 'self' }) =>
  part(actor, draftId, 'applicant', fields)

export const fillContent = (actor: CitizenActor, draftId: string, fields: Record<string, string> = {}) =>
  part(actor, draftId, 'content', {
    request: 'Bổ túc hồ sơ vay mua nhà',
    for_whom: 'Cho chính tôi',
    other_full_name: 'Trần Văn Mẫu',
    copy_count: '1',
    ...fields,
  })

export const fillReturn = (actor: CitizenActor, draftId: string, fields: Record<string, string> = { returnMethod: 'COUNTER' }) =>
  part(actor, draftId, 'return', fields)

type Papers = {
  applies?: Record<string, 'yes' | 'no'>
  files?: ReturnType<typeof aFile>[]
  refused?: Record<string, string>
  remove?: string | null
}

export const sendPapers = (actor: CitizenActor, draftId: string, { applies = {}, files = [], refused = {}, remove = null }: Papers) =>
  saveDraftPapers(actor, newId(), { draftId, applies, files, refused, remove })

/** A draft that has begun and nothing more. */
export const aDraft = async (actor: CitizenActor, procedure = MARITAL_STATUS): Promise<string> =>
  valueOf(await startDraft(actor, newId(), { procedure })).draftId

/** A draft to which nothing is missing any more. */
export async function aCompleteDraft(db: PrismaClient, actor: CitizenActor, procedure = MARITAL_STATUS): Promise<string> {
  const draftId = await aDraft(actor, procedure)
  valueOf(await fillApplicant(actor, draftId))
  valueOf(await fillContent(actor, draftId))
  const components = await db.procedureComponent.findMany({
    where: { version: { procedureCode: procedure } },
    select: { position: true, requirement: true },
  })
  const applies = Object.fromEntries(
    components.filter(({ requirement }) => requirement === 'IF_APPLICABLE').map(({ position }) => [String(position), 'no' as const]),
  )
  const files = components.filter(({ requirement }) => requirement === 'ALWAYS').map(({ position }) => aFile(position))
  valueOf(await sendPapers(actor, draftId, { applies, files }))
  valueOf(await fillReturn(actor, draftId))
  return draftId
}
