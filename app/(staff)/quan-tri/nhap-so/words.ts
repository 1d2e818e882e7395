import type { TagFamily } from '@/components/ui/tag'
import { formatNumber } from '@/lib/platform/money'
import type { ImportStatus } from '@/prisma/generated/enums'

export const STATUS: Record<ImportStatus, { family: TagFamily; label: string }> = {
  CHECKING: { family: 'work', label: 'Đang kiểm tra' },
  FAULTY: { family: 'closed', label: 'Có chỗ sai' },
  READY: { family: 'new', label: 'Chờ nhập' },
  IMPORTING: { family: 'work', label: 'Đang nhập' },
  DONE: { family: 'done', label: 'Đã nhập' },
}

type Told = { status: ImportStatus; lines: number | null; added: number; faults: number }

/** What is known of a file, in a line. */
export function outcomeWords({ status, lines, added, faults }: Told): string {
  if (lines === null) return ''
  if (status === 'FAULTY') return `${formatNumber(faults)} chỗ sai trong ${formatNumber(lines)} dòng`
  const kept = lines - added
  const old = kept > 0 ? `, ${formatNumber(kept)} đã có` : ''
  return status === 'DONE' ? `Đã vào sổ ${formatNumber(added)} hồ sơ${old}` : `${formatNumber(added)} hồ sơ mới${old}`
}
