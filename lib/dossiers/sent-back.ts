/** Which return still has to be answered. Pure. */
import type { Step } from './move-rules'
import { STEPS } from './rules'

/** Steps that move a dossier: after one of these what was before is settled. */
export const MOVING: ReadonlySet<string> = new Set(STEPS)

/** Steps that give work back with a reason, each in the words of whoever has it now. */
const RETURNS = {
  send_back: 'Bị trả lại',
  reopen: 'Kết quả được rút lại để sửa',
  return_to_signer: 'Văn thư trả lại',
  return_to_desk: 'Phòng trả lại Một cửa',
} satisfies Partial<Record<Step, string>>

const isReturn = (step: string): step is keyof typeof RETURNS => Object.hasOwn(RETURNS, step)

/** The return that a dossier came back by, with what it is called, if nothing has moved it since; `events` newest first. */
export function openReturn<E extends { step: string }>(events: readonly E[]): (E & { words: string }) | null {
  const last = events.find(({ step }) => MOVING.has(step))
  return last && isReturn(last.step) ? { ...last, words: RETURNS[last.step] } : null
}

/** Whether it is the approver who sent it back, which is what the tag says; `events` newest first. */
export const isSentBack = (events: readonly { step: string }[]): boolean => openReturn(events)?.step === 'send_back'
