/** The lists of ordinary reasons: which list a step offers, and how what was chosen and what was written become one reason. Pure. */
import type { ReasonKind } from '@/prisma/generated/enums'
import type { Step } from './move-rules'

/** The lists in the order in which a dossier may meet them. */
export const REASON_KINDS = ['SUPPLEMENT', 'REFUSAL', 'RETURN', 'EXTENSION', 'STOP'] as const satisfies readonly ReasonKind[]

export const REASON_KIND_WORDS: Record<ReasonKind, string> = {
  SUPPLEMENT: 'Yêu cầu bổ sung',
  REFUSAL: 'Từ chối tiếp nhận',
  RETURN: 'Trả lại trong nội bộ',
  EXTENSION: 'Xin lỗi, gia hạn',
  STOP: 'Dừng giải quyết',
}

/** The list from which the reason of a step may be chosen; a step that is not here has words of one's own alone. */
const LIST_OF: Partial<Record<Step, ReasonKind>> = {
  refuse: 'REFUSAL',
  stop: 'STOP',
  extend: 'EXTENSION',
  give_back: 'RETURN',
  return_to_desk: 'RETURN',
  return_to_signer: 'RETURN',
  send_back: 'RETURN',
}

export const reasonKindOf = (step: Step): ReasonKind | null => LIST_OF[step] ?? null

/** One reason from what was chosen of the list and what was written beside it, either of which may be empty. */
export const wholeReason = ({ listed = '', reason = '' }: { listed?: string | undefined; reason?: string | undefined }): string =>
  [listed.trim(), reason.trim()].filter((part) => part !== '').join('. ')
