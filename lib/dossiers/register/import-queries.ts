import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { dayRoom } from '@/lib/documents/quota'
import { FILE_LIMIT } from '@/lib/documents/rules'
import { Int4 } from '@/lib/platform/int4'
import type { Prisma } from '@/prisma/generated/client'
import { importsOf } from './import-store'

/** Faults of one page, and files of the list. */
const [FAULTS, FILES] = [100, 20]

const FILE = {
  id: true,
  fileName: true,
  status: true,
  createdAt: true,
  doneAt: true,
  lines: true,
  added: true,
  faults: true,
  progress: true,
} satisfies Prisma.RegisterImportSelect

/** How much may be sent, asked before a body of megabytes is read. */
export const readImportRoom = query({
  name: 'register.read_import_room',
  input: z.object({}),
  allow: (actor) => may(actor, 'register.import'),
  run: async ({ db, actor, now }) => ({ room: FILE_LIMIT, day: await dayRoom(db, actor, now) }),
})

/** The newest files that were sent, at most 20. */
export const findImports = query({
  name: 'register.find_imports',
  input: z.object({}),
  allow: (actor) => may(actor, 'register.import'),
  run: ({ db, actor }) =>
    db.registerImport.findMany({
      where: importsOf(actor),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: FILES,
      select: FILE,
    }),
})

/** One file with how far it is, and a page of its faults by line: at most 100 after `after`. Refusals: `not_found`. */
export const readImport = query({
  name: 'register.read_import',
  input: z.object({ id: z.uuid(), after: Int4.optional().catch(undefined) }),
  subject: ({ db, actor }, { id }) => db.registerImport.findFirst({ where: { AND: [importsOf(actor), { id }] }, select: FILE }),
  allow: (actor) => may(actor, 'register.import'),
  run: async ({ db, actor }, { id, after = 0 }, file) => {
    const found = await db.registerFault.findMany({
      where: { communeId: actor.communeId, importId: id, number: { gt: after } },
      orderBy: { number: 'asc' },
      take: FAULTS + 1,
      select: { number: true, line: true, column: true, code: true, said: true },
    })
    const shown = found.slice(0, FAULTS)
    return { ...file, found: shown, next: found.length > FAULTS ? (shown.at(-1)?.number ?? null) : null }
  },
})
