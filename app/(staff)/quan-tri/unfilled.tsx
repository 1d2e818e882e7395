import { Notice } from '@/components/ui/notice'
import type { UnfilledSteps } from '@/lib/procedures/filling-queries'
import { ROLE_WORDS } from '@/lib/staff/words'
import { OFFICERS } from './addresses'

/** Procedures named of one role; the others are counted. */
const NAMED = 5

/** The steps of procedures that wait for a role nobody has, and with whom their dossiers stand meanwhile; nothing where all is filled. */
export function Unfilled({ unfilled }: { unfilled: readonly UnfilledSteps[] }) {
  if (unfilled.length === 0) return null
  return (
    <Notice tone="soon">
      <p>
        <strong>Có bước của thủ tục chưa có người làm.</strong> <a href={OFFICERS}>Giao vai trò ở Nhân sự</a>.
      </p>
      <ul className="plain">
        {unfilled.map(({ role, department, head, steps }) => (
          <li key={`${role} ${department ?? ''}`}>
            {department ?? 'Cả xã'} không còn ai đang làm việc có vai trò {ROLE_WORDS[role]}: {stepsWords(steps)}. {standsWith(role, head)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** "bước Thẩm định của 12 thủ tục (…, … và 7 thủ tục khác)". */
function stepsWords(steps: UnfilledSteps['steps']): string {
  const names = [...new Set(steps.map(({ step }) => step))].join(', ')
  const procedures = [...new Set(steps.map(({ procedure }) => procedure))]
  const more = procedures.length - NAMED
  const named = procedures.slice(0, NAMED).join(', ')
  return `bước ${names} của ${procedures.length} thủ tục (${named}${more > 0 ? ` và ${more} thủ tục khác` : ''})`
}

/** Where the dossiers are meanwhile. */
function standsWith(role: UnfilledSteps['role'], head: string | null): string {
  if (role === 'specialist' && head !== null) return `Hồ sơ đến bước này do ${head}, lãnh đạo phòng, giữ.`
  if (role === 'registrar') return 'Hồ sơ đến bước này do lãnh đạo phòng giải quyết giữ.'
  return 'Hồ sơ đến bước này chưa có ai làm tiếp được.'
}
