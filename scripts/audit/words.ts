// What the check of the chain says, for the operator who runs it.
import type { AnchorFault, ChainReport, FaultyRow } from '@/lib/audit/verify'
import { dateWords, momentWords } from '@/lib/text/dates'

type Fault = NonNullable<ChainReport['fault']>

const FAULTS: Record<Fault['fault'], string> = {
  altered: 'nội dung đã bị sửa',
  missing: 'dòng này đã bị xóa',
  unlinked: 'dòng này đã bị đổi chỗ',
  added: 'dòng này đã bị chèn thêm',
  cut_tail: 'từ dòng này trở đi đã bị cắt mất',
}

const ANCHOR_FAULTS: Record<AnchorFault['fault'], string> = {
  forged: 'chữ ký không phải của hệ thống này',
  gap: 'mốc ngay trước đã bị lấy đi',
  cut: 'chuỗi nhật ký kết thúc trước mốc',
  rewritten: 'chuỗi nhật ký đã bị viết lại',
}

const KINDS: Record<FaultyRow['kind'], string> = { event: 'sự kiện hồ sơ', audit: 'nhật ký truy cập' }

const rowWords = (row: FaultyRow): string =>
  row.kind === 'event' ? `${row.dossierCode}, sự kiện ${row.seq} (${row.step})` : `${row.action}, ${momentWords(row.at)}`

/** The lines of one commune: how many links, then "nguyên vẹn" or the first bad one, then what its anchors say. */
export function reportLines(commune: { id: number; name: string }, { links, fault, anchors }: ChainReport): string[] {
  const count = `${links.toLocaleString('vi-VN')} dòng`
  const lines = [
    fault === null
      ? `${commune.name} (${commune.id}): ${count}, nguyên vẹn`
      : `${commune.name} (${commune.id}): ${count}, HỎNG từ dòng ${fault.chainSeq}: ${FAULTS[fault.fault]}` +
        (fault.row ? ` [${KINDS[fault.row.kind]}: ${rowWords(fault.row)}]` : ''),
  ]
  if (anchors === null) return [...lines, '  Chưa có tệp mốc ký hằng ngày: không đối chiếu được với bên ngoài cơ sở dữ liệu.']
  const newest = anchors.newestDay === null ? '' : `, mốc mới nhất ngày ${dateWords(anchors.newestDay)}`
  lines.push(`  ${anchors.checked} mốc ký${newest}${anchors.faults.length === 0 ? ', đều khớp' : ''}`)
  if (anchors.torn > 0) lines.push(`  ${anchors.torn} dòng mốc bị ghi dở (máy tắt giữa chừng), bỏ qua.`)
  for (const { day, seq, fault: wrong } of anchors.faults)
    lines.push(`  MỐC SAI ngày ${dateWords(day)}, dòng ${seq}: ${ANCHOR_FAULTS[wrong]}`)
  return lines
}
