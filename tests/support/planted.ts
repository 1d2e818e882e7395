// A person whose every mark is found nowhere else, and the search for what is left of them.
import { readFileSync, statSync } from 'node:fs'
import type { CitizenActor } from '@/lib/access/policy'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import type { PrismaClient } from '@/prisma/generated/client'
import { aCitizen } from '@/tests/support/filing'
import { pathsUnder } from '@/tests/support/folders'

export type Planted = { actor: CitizenActor; personalNumber: string; marks: Readonly<Record<string, string>> }

/** An account with marks in every box; `turn` tells two such people of one test apart. */
export async function plantPerson(db: PrismaClient, turn: number): Promise<Planted> {
  const actor = await aCitizen(db)
  const personalNumber = `0869900077${String(turn).padStart(2, '0')}`
  const word = `zq${turn}dấu`
  const marks = {
    name: `Đặng Thị ${word} Thử`,
    folded: `dang thi zq${turn}dau thu`,
    personalNumber,
    hash: hashPersonalNumber(personalNumber),
    phone: `09000777${String(turn).padStart(2, '0')}`,
    email: `zq${turn}@vidu.example`,
    address: `Số 7${turn}, ấp ${word}`,
    answer: `Xin việc ở ${word}`,
    fileName: `zq${turn}-to-khai.pdf`,
    content: `zq${turn} content of the file`,
    reason: `Ghi sai tên ${word}`,
    receiver: `Người nhận ${word}`,
  }
  await db.citizen.update({
    where: { id: actor.citizenId },
    data: {
      fullName: marks.name,
      personalNumber,
      personalNumberHash: marks.hash,
      phone: marks.phone,
      email: marks.email,
      addressDetail: marks.address,
    },
  })
  return { actor: { ...actor, fullName: marks.name, personalNumberHash: marks.hash }, personalNumber, marks }
}

/** Where the database still holds a mark: "table: mark", over every table of every schema of ours, whatever its columns are. */
export async function marksInTables(db: PrismaClient, marks: Planted['marks']): Promise<string[]> {
  const tables = await db.$queryRaw<{ place: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS place FROM information_schema.tables
    WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE' ORDER BY 1`
  const found: string[] = []
  for (const { place } of tables) {
    // As JSON text, where a quote or a backslash would be escaped; the marks have none.
    const rows = await db.$queryRawUnsafe<{ mark: string }[]>(
      `WITH line AS MATERIALIZED (SELECT to_jsonb(t)::text AS text FROM ${place} t)
       SELECT mark FROM unnest($1::text[]) mark WHERE EXISTS (SELECT 1 FROM line WHERE strpos(line.text, mark) > 0)`,
      Object.values(marks),
    )
    const here = new Set(rows.map(({ mark }) => mark))
    for (const [name, mark] of Object.entries(marks)) if (here.has(mark)) found.push(`${place}: ${name}`)
  }
  return found
}

/** Every file under a folder, with its size and content. */
export function filesUnder(folder: string): { path: string; content: string }[] {
  return pathsUnder(folder)
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, content: readFileSync(path).toString('utf8') }))
}
