// A person at the counter, taken in by the same commands that the page calls.
import type { StaffActor } from '@/lib/access/policy'
import { saveIntake, startIntake } from '@/lib/counter/commands/intake'
import { newId } from '@/lib/platform/clock'
import type { PrismaClient } from '@/prisma/generated/client'
import { type aFile, MARITAL_STATUS, valueOf } from '@/tests/support/filing'

export const PERSON = {
  'person.fullName': 'Trần Văn Mẫu',
  'person.personalNumber': '086094000077',
  'person.phone': '0900000177',
  'person.email': '',
  'person.address': 'Số 7, ấp Mẫu, xã Tân Hoà, tỉnh Vĩnh Long',
}

export const anIntake = async (clerk: StaffActor, procedure = MARITAL_STATUS): Promise<string> =>
  valueOf(await startIntake(clerk, newId(), { procedure })).intakeId

type Sending = {
  fields?: Readonly<Record<string, string>>
  extent?: 'whole' | 'part'
  files?: ReturnType<typeof aFile>[]
  refused?: Readonly<Record<string, string>>
  remove?: string | null
}

export const send = (
  clerk: StaffActor,
  intakeId: string,
  { fields = {}, extent = 'whole', files = [], refused = {}, remove = null }: Sending,
) => saveIntake(clerk, newId(), { intakeId, fields, extent, files, refused, remove })

/** Boxes with which nothing is missing any more: one original of each paper that has to be there, the rest not the case. */
export async function completeFields(db: PrismaClient, procedure = MARITAL_STATUS): Promise<Record<string, string>> {
  const components = await db.procedureComponent.findMany({
    where: { version: { procedureCode: procedure } },
    orderBy: { position: 'asc' },
    select: { position: true, requirement: true },
  })
  return {
    ...PERSON,
    request: 'Bổ túc hồ sơ vay mua nhà',
    for_whom: 'Cho chính tôi',
    other_full_name: '',
    copy_count: '1',
    returnMethod: 'COUNTER',
    ...Object.fromEntries(
      components.flatMap(({ position, requirement }) =>
        requirement === 'ALWAYS'
          ? [[`originals-${position}`, '1']]
          : requirement === 'IF_APPLICABLE'
            ? [[`applies-${position}`, 'no']]
            : [],
      ),
    ),
  }
}

/** An intake that can be received. */
export async function aCompleteIntake(db: PrismaClient, clerk: StaffActor, sending: Sending = {}): Promise<string> {
  const intakeId = await anIntake(clerk)
  const fields = { ...(await completeFields(db)), ...sending.fields }
  const { complete } = valueOf(await send(clerk, intakeId, { ...sending, fields }))
  if (!complete) throw new Error('The intake of the test is not complete')
  return intakeId
}
