/** What a department may become, and what stands in the way. Pure. */
import { freeKey } from '@/lib/text/free-key'
import type { DepartmentKind } from '@/prisma/generated/enums'

/** What still needs a department: open dossiers that it resolves, holds or was asked about, officers at work, procedures that name it. */
export type InUse = { dossiers: number; officers: number; procedures: number }

/** The kinds of which a commune has exactly one: where dossiers come in and where results are signed. */
const ONLY_ONE: readonly DepartmentKind[] = ['DESK', 'LEADERSHIP']

/** Kinds that a department can be given. */
export const GIVEN_KINDS = ['DEPARTMENT', 'AGENCY'] as const satisfies readonly DepartmentKind[]

/**
 * Why a department cannot become another kind, as a sentence; null when it can. An agency signs its own results and a department's go to the
 * leadership, so the kind stays while dossiers are under way there.
 */
export function kindFault({ from, to, dossiers }: { from: DepartmentKind; to: DepartmentKind; dossiers: number }): string | null {
  if (from === to) return null
  if (ONLY_ONE.includes(from) || ONLY_ONE.includes(to)) return 'Mỗi xã có đúng một Một cửa và một lãnh đạo, nên việc này không đổi được'
  if (dossiers === 0) return null
  return `Còn ${dossiers} hồ sơ đang mở ở đây, mà người ký duyệt phụ thuộc việc của phòng. Giải quyết xong hoặc chuyển phòng khác trước`
}

/** What has to be done before a department can be closed, a sentence each; none: it can be. Nothing may be left where nobody works. */
export function closingFaults(kind: DepartmentKind, { dossiers, officers, procedures }: InUse): string[] {
  if (ONLY_ONE.includes(kind)) return ['Xã luôn cần một Một cửa và một lãnh đạo; đổi tên thì được, đóng thì không']
  return [
    ...(dossiers > 0 ? [`Còn ${dossiers} hồ sơ đang mở ở đây: giải quyết xong, hoặc chuyển sang phòng khác ở trang hồ sơ`] : []),
    ...(procedures > 0 ? [`Còn ${procedures} thủ tục giao cho phòng này: công bố phiên bản giao phòng khác`] : []),
    ...(officers > 0 ? [`Còn ${officers} người đang làm việc ở đây: chuyển sang phòng khác ở Nhân sự`] : []),
  ]
}

/** A code for a new department, from its name: "PHONG_TU_PHAP", with a number behind it where another one has it. */
export const codeFrom = (name: string, taken: readonly string[]): string =>
  freeKey(name, { joint: '_', longest: 40, otherwise: 'phong' }, (key) => taken.includes(key.toUpperCase())).toUpperCase()

/** The departments' codes in their new order: `code` right behind `after`, or first where that is empty. */
export function orderedAfter(codes: readonly string[], { code, after }: { code: string; after: string }): string[] {
  const others = codes.filter((other) => other !== code)
  const at = after === '' ? 0 : others.indexOf(after) + 1
  return [...others.slice(0, at), code, ...others.slice(at)]
}
