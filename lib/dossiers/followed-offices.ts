import type { DepartmentKind, ReturnMethod } from '@/prisma/generated/enums'
import { RETURN_WORDS } from './words'

/** Where it was received, who decides and where the result is had, where those are of two communes (NĐ 118/2025/NĐ-CP Điều 14). */
export type Offices = { received: string; decides: string; result: string }

type Shared = {
  receivingCommune?: { name: string } | null
  commune: { name: string }
  department: { name: string; kind: DepartmentKind }
  returnMethod: ReturnMethod
}

/** Null: all of it is one commune's. */
export function officesOf({ receivingCommune, commune, department, returnMethod }: Shared): Offices | null {
  if (!receivingCommune) return null
  const counter = `Quầy Một cửa ${receivingCommune.name}`
  return {
    received: counter,
    decides: department.kind === 'AGENCY' ? `${department.name}, ${commune.name}` : `UBND ${commune.name}`,
    result: returnMethod === 'COUNTER' ? counter : RETURN_WORDS[returnMethod],
  }
}
