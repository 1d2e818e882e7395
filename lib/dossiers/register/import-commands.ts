import { z } from 'zod'
import { command } from '@/lib/access/gate'
import { asStaff, may } from '@/lib/access/policy'
import { countAgainstDay } from '@/lib/documents/quota'
import { displayName, FILE_LIMIT, storageKey } from '@/lib/documents/rules'
import { Refusal } from '@/lib/platform/refusal'
import { importsOf } from './import-store'

/** Name of the job that looks through a file, and of the one that takes it in; both are told `{ communeId, id }`. */
export const CHECK_REGISTER = 'check_register'
export const IMPORT_REGISTER = 'import_register'

/** A spreadsheet as it lies in the storage under `id`. */
const SheetFile = z.object({
  id: z.uuid(),
  fileName: z.string().min(1).transform(displayName),
  /** Bytes. */
  size: z.int().min(1).max(FILE_LIMIT),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  isCsv: z.boolean(),
})

/**
 * Keeps a register's file that has arrived and has the worker look through it; nothing is entered yet. Answers its id. When this is refused, its
 * sender removes the file. Refusals: `not_allowed`, `day_full`, `changed_meanwhile` for an id that has one already.
 */
export const addRegisterFile = command({
  name: 'register.add_file',
  input: SheetFile,
  allow: (actor) => may(actor, 'register.import'),
  run: async (writing, file) => {
    const { db, actor, now, enqueue } = writing
    const { communeId } = actor
    const row = { ...file, communeId, storageKey: storageKey(communeId, file.id), status: 'CHECKING' as const, createdAt: now }
    const { count } = await db.registerImport.createMany({ data: [{ ...row, createdBy: asStaff(actor).staffId }], skipDuplicates: true })
    if (count === 0) throw new Refusal('changed_meanwhile')
    await countAgainstDay(writing, [file])
    await enqueue(CHECK_REGISTER, { communeId, id: file.id })
    return { id: file.id }
  },
  about: ({ id, sha256 }) => ({ kind: 'register_import', id, detail: { sha256 } }),
})

/**
 * Has the worker take in a file that was looked through without a fault: all of it or nothing. Sent again it does nothing more, and a line that is in
 * its register already is left out. Refusals: `not_found`, `changed_meanwhile` where it is not ready (any more).
 */
export const importRegister = command({
  name: 'register.import',
  input: z.object({ id: z.uuid() }),
  subject: async ({ db, actor }, { id }) => {
    const { communeId } = actor
    await db.$queryRaw`SELECT 1 FROM register_import WHERE "communeId" = ${communeId} AND id = ${id}::uuid FOR UPDATE`
    return db.registerImport.findFirst({
      where: { AND: [importsOf(actor), { id }] },
      select: { communeId: true, status: true, added: true },
    })
  },
  allow: (actor) => may(actor, 'register.import'),
  run: async ({ db, actor, enqueue }, { id }, { communeId, status, added }) => {
    if (status !== 'READY' || added === 0) throw new Refusal('changed_meanwhile')
    await db.registerImport.update({
      where: { communeId_id: { communeId, id } },
      data: { status: 'IMPORTING', importedBy: asStaff(actor).staffId, progress: 0 },
      select: { id: true },
    })
    await enqueue(IMPORT_REGISTER, { communeId, id })
    return { id }
  },
  about: ({ id }) => ({ kind: 'register_import', id }),
})
