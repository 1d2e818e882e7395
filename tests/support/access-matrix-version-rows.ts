// Rows of the doors to the versions of procedures: every commune's administrator reads them, the first commune's writes them.
import type { StaffActor } from '@/lib/access/policy'
import { readVersions } from '@/lib/procedures/versions/queries'
import type { Row } from '@/tests/support/access-matrix'
import { COMING, WRITTEN } from '@/tests/support/access-matrix-versions'
import { database } from '@/tests/support/database'
import { valueOf } from '@/tests/support/filing'
import { administrator, published, readyDraft, seenOf } from '@/tests/support/versions'

// visitor | owner elsewhere weak neighbour | clerk director registrar cashier | leader head otherHead | specialist colleague outsider | admin | far
const FOR_ADMIN = 's | a a a a | a a a a | a a a | a a a | y | a a'
/** A procedure that is kept is one only for administrators. */
const OF_A_PROCEDURE = 's | n n n n | n n n n | n n n | n n n | y | n n'

const PUBLISHED = '1.011607'

let keeper: StaffActor | null = null
const admin = async (): Promise<StaffActor> => (keeper ??= await administrator(database()))

const ready = async (code = WRITTEN) => readyDraft(await admin(), code)
const page = async (name: string) => {
  const { code } = await ready()
  return { code, seen: await seenOf(await admin(), code, name) }
}

/** A version that has not begun, without a draft that goes on from it. */
async function coming() {
  const found = valueOf(await readVersions(await admin(), { code: COMING }))
  if (found.draft) await database().procedureDraft.deleteMany({ where: { procedureCode: COMING } })
  return { code: COMING, versionId: found.withdrawable?.id ?? (await published(await admin(), COMING)) }
}

const NAMES = { name: 'Thủ tục thử', shortName: 'Tên thử', lead: 'Để thử.', result: 'Giấy thử' }
const STEP = { kind: 'REVIEW', name: 'Xem lại', role: '', departmentCode: '', minutes: '1' }

const ofProcedure = (door: string, input: () => Promise<{ code: string }>): Row => ({
  ...{ door, answers: OF_A_PROCEDURE, input, known: ['admin'], fresh: true },
  unknown: async () => ({ ...(await input()), code: '9.999999' }),
})

export const VERSION_ROWS: readonly Row[] = [
  { door: 'procedure.find_kept', answers: FOR_ADMIN, input: () => ({ q: 'khai sinh' }) },
  { door: 'procedure.find_coming', answers: FOR_ADMIN, input: () => ({}) },
  ofProcedure('procedure.read_versions', async () => ({ code: WRITTEN })),
  ofProcedure('procedure.start_version', async () => ({ code: WRITTEN })),
  ofProcedure('procedure.read_version_draft', () => ready()),
  ofProcedure('dossier.preview_version', () => ready()),
  ofProcedure('procedure.save_version_part', async () => ({ ...(await page('names')), part: 'names', fields: NAMES })),
  ofProcedure('procedure.save_version_entry', async () => ({ ...(await page('way')), list: 'way', at: null, fields: STEP })),
  ofProcedure('procedure.arrange_version_entry', async () => ({ ...(await page('papers')), list: 'papers', at: 1, to: 'down' })),
  ofProcedure('procedure.publish_version', () => ready(PUBLISHED)),
  ofProcedure('procedure.withdraw_version', coming),
  ofProcedure('procedure.drop_version_draft', () => page('whole')),
]
