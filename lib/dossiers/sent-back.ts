/** Which return still has to be answered. Pure. */
import type { Step } from './move-rules'
import { STEPS } from './rules'

/** Steps that move a dossier: after one of these what was before is settled. */
export const MOVING: ReadonlySet<string> = new Set(STEPS)

/** Steps that give work back with a reason, each in the words of whoever has it now. */
export const RETURNS: Partial<Record<Step, string>> = {
  send_back: 'Bị trả lại',
  reopen: 'Kết quả được rút lại để sửa',
  return_to_signer: 'Văn thư trả lại',
  return_to_desk: 'Phòng trả lại Một cửa',
}

/** The return that a dossier came back by, if nothing has moved it since; `events` newest first. */
export function openReturn<E extends { step: string }>(events: readonly E[]): E | null {
  const last = events.find(({ step }) => MOVING.has(step))
  return last && Object.hasOwn(RETURNS, last.step) ? last : null
}
